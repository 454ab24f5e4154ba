"""The public record, version 1 (docs/record.md), as a check: faults(record, text) lists what does not conform."""
import re

KEYS = {
    "record": ["id", "outlet", "published", "url", "language", "coder", "lexicon", "sentences", "entities", "statements", "events",
               "ties", "diagnostics"],
    "entity": ["id", "name", "kind", "country", "sector", "role", "key", "mentions"],
    "statement": ["id", "speaker", "via", "inside", "cue", "content", "quoted", "rule"],
    "event": ["id", "event", "mode", "context", "actor", "recipient", "trigger", "sentence", "status", "date", "place", "dead", "injured",
              "statement", "cameo", "quad", "scale", "same_as", "rule"],
    "place": ["name", "country", "lat", "lon", "span"],
    "tie": ["type", "from", "to", "title", "evidence"],
    "diagnostic": ["code", "span"],
}
KINDS = {"person", "state", "organization", "group", "outlet"}
STATUSES = {"actual", "future", "hypothetical", "negated", "historical"}
TIES = {"office", "leads", "part_of", "backs", "arms", "opposes", "controls"}
TYPES = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
         "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")
ROW = re.compile(r"[a-z]+:[^\s]+$")


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


class Checker:
    def __init__(self, record, text):
        self.record, self.text, self.faults = record, text, []

    def need(self, condition, what):
        if not condition:
            self.faults.append(what)

    def keys(self, name, item):
        self.need(isinstance(item, dict) and list(item) == KEYS[name], f"keys of {name}: {list(item)}")

    def span(self, what, span, may_be_empty=False):
        good = isinstance(span, list) and len(span) == 2 and all(type(x) is int for x in span)
        good = good and 0 <= span[0] <= span[1] and (self.text is None or span[1] <= len(self.text))
        self.need(good and (may_be_empty or span[0] < span[1]), f"{what}: span {span}")

    def text_or_null(self, what, value, pattern=None):
        good = value is None or (isinstance(value, str) and value != "" and (pattern is None or pattern.match(value)))
        self.need(good, f"{what}: {value!r}")

    def strings(self, what, value, allowed=None):
        good = isinstance(value, list) and all(isinstance(x, str) for x in value)
        self.need(good and (allowed is None or set(value) <= allowed), f"{what}: {value}")

    def run(self):
        r = self.record
        self.keys("record", r)
        self.need(isinstance(r["id"], str), "id")
        self.need(r["language"] == "ar", "language")
        self.need(re.match(r"isnad \d+\.\d+\.\d+$", r["coder"]), "coder")
        self.need(re.match(r"[0-9a-f]{16}$", r["lexicon"]), "lexicon")
        for key in ("outlet", "published", "url"):
            self.text_or_null(key, r[key])
        for span in r["sentences"]:
            self.span("sentence", span)
        self.entities = {e["id"] for e in r["entities"]}
        self.statements = {s["id"] for s in r["statements"]}
        self.events = {e["id"] for e in r["events"]}
        for name, check in (("entities", self.entity), ("statements", self.statement), ("events", self.event), ("ties", self.tie)):
            for item in r[name]:
                check(item)
        for item in r["diagnostics"]:
            self.keys("diagnostic", item)
            self.span("diagnostic", item["span"], True)
        return self.faults

    def entity(self, e):
        self.keys("entity", e)
        self.need(e["name"] and e["kind"] in KINDS, f"entity {e['name']} {e['kind']}")
        self.need(re.match(r"[A-Z]{3}$", e["country"]), f"country {e['country']}")
        self.strings("sector", e["sector"])
        self.text_or_null("role", e["role"])
        self.text_or_null("key", e["key"], ROW)
        for span in e["mentions"]:
            self.span("mention", span)

    def statement(self, s):
        self.keys("statement", s)
        self.need(s["speaker"] is None or s["speaker"] in self.entities, "speaker")
        self.strings("via", s["via"], self.entities)
        self.need(s["inside"] is None or (s["inside"] in self.statements and s["inside"] != s["id"]), "inside")
        self.span("cue", s["cue"])
        self.span("content", s["content"], True)
        self.need(isinstance(s["quoted"], bool), "quoted")
        self.text_or_null("rule", s["rule"], ROW)

    def event(self, e):
        self.keys("event", e)
        self.need(e["id"].startswith(self.record["id"] + "/"), "event id")
        self.need(e["event"] in TYPES and e["status"] in STATUSES, f"event {e['event']} {e['status']}")
        self.strings("context", e["context"])
        self.strings("actor", e["actor"], self.entities)
        self.strings("recipient", e["recipient"], self.entities)
        self.span("trigger", e["trigger"])
        self.need(type(e["sentence"]) is int and 0 <= e["sentence"] < len(self.record["sentences"]), "sentence")
        self.text_or_null("mode", e["mode"])
        self.text_or_null("date", e["date"], DATE)
        for key in ("dead", "injured"):
            self.need(e[key] is None or (type(e[key]) is int and e[key] >= 0), key)
        self.need(e["statement"] is None or e["statement"] in self.statements, "statement of event")
        self.text_or_null("cameo", e["cameo"])
        self.need(e["quad"] in (0, 1, 2, 3, 4) and is_number(e["scale"]), "quad, scale")
        self.need(e["same_as"] is None or (e["same_as"] in self.events and e["same_as"] != e["id"]), "same_as")
        self.text_or_null("rule", e["rule"], ROW)
        if e["place"] is not None:
            self.keys("place", e["place"])
            self.text_or_null("country of place", e["place"]["country"])
            self.need((e["place"]["lat"] is None) == (e["place"]["lon"] is None), "lat, lon")
            self.span("place", e["place"]["span"])

    def tie(self, t):
        self.keys("tie", t)
        self.need(t["type"] in TIES, f"tie {t['type']}")
        for end in ("from", "to"):
            self.need(t[end] is None or t[end] in self.entities, f"tie {end}")
        self.text_or_null("title", t["title"])
        self.span("evidence", t["evidence"])


def faults(record, text=None):
    return Checker(record, text).run()
