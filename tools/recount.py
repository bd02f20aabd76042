#!/usr/bin/env python3
"""Counts a result bundle (knippe-result-1) anew and says whether its numbers are right.

    tools/recount.py pakke.json        ("-" reads standard input; exit 0: they match, 1: they do not)

Written from docs/formats/result-bundle.md alone; shares no code with the program it checks.
"""
import json
import sys
from itertools import combinations


def recount(bundle, ballots):
    """The ranking and the agreement that these ballots give by the bundle's rule."""
    per_place = bundle["rule"]["points"]
    points, chosen_by = {}, {}
    for ballot in ballots:
        for place, key in enumerate(ballot["choices"]):
            points[key] = points.get(key, 0) + (per_place[place] if place < len(per_place) else 0)
            chosen_by[key] = chosen_by.get(key, 0) + 1
    listed = [k["id"] for k in bundle["keys"] if not k["retired"] or k["id"] in chosen_by]
    sums = [points.get(k["id"], 0) for k in bundle["keys"]]
    rows = {k: (1 + sum(other > points.get(k, 0) for other in sums), points.get(k, 0), chosen_by.get(k, 0)) for k in listed}
    pairs = list(combinations([set(b["choices"]) for b in ballots], 2))
    agreement = {"shared": sum(len(a & b) for a, b in pairs), "pairs": len(pairs)} if len(ballots) >= 3 else None
    return rows, agreement


def faults(bundle):
    if bundle.get("format") != "knippe-result-1" or bundle["rule"]["name"] != "points" or bundle["rule"]["ties"] != "shared":
        return ["this tool counts knippe-result-1 by points with shared places only"]
    found = []
    for entry in bundle["rounds"]:
        rows, agreement = recount(bundle, entry["ballots"])
        given = {r["key"]: (r["place"], r["points"], r["chosen_by"]) for r in entry["ranking"]}
        for key in sorted(rows.keys() | given.keys()):
            if rows.get(key) != given.get(key):
                found.append(f"round {entry['round']}, key {key}: counted {rows.get(key)}, bundle says {given.get(key)}")
        if agreement != entry["agreement"]:
            found.append(f"round {entry['round']}: agreement {agreement}, bundle says {entry['agreement']}")
    for entry in bundle.get("alone", []):
        if entry["ballots"] is None:
            continue
        if entry["handed_in"] != len(entry["ballots"]):
            found.append(f"round {entry['round']}: {entry['handed_in']} people handed in, {len(entry['ballots'])} ballots were in the box")
        if entry["ballots"] != sorted(entry["ballots"]):
            found.append(f"round {entry['round']}: the ballots are not in order of their content")
        rows, _ = recount(bundle, [{"choices": choices} for choices in entry["ballots"]])
        if rows != {r["key"]: (r["place"], r["points"], r["chosen_by"]) for r in entry["ranking"]}:
            found.append(f"round {entry['round']}: the people's own rankings give other numbers")
    by_persons = {e["round"] for e in bundle.get("alone", []) if bundle["rule"].get("persons_count") and e["ballots"] is not None}
    counted = max({e["round"] for e in bundle["rounds"]} | by_persons, default=None)
    if bundle["counted_round"] != counted:
        found.append("the counted round is not the last one")
    if bundle.get("counted_by", "groups" if counted else None) != ("persons" if counted in by_persons else "groups" if counted else None):
        found.append("the result is said to be counted from other lists than the rule says")
    return found


if __name__ == "__main__":
    with (sys.stdin if sys.argv[1] == "-" else open(sys.argv[1], encoding="utf-8")) as source:
        problems = faults(json.load(source))
    print("\n".join(problems) or "The numbers match.")
    sys.exit(1 if problems else 0)
