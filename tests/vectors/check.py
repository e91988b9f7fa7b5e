"""A second reading of docs/protocol.md, in another language: standard library only, none of the product's code.

Verifies every file here, signatures by ed25519.py beside it. Prints one line per file.
"""

import hashlib
import json
import pathlib
import struct
import sys

from ed25519 import is_signed

HERE = pathlib.Path(__file__).parent
INT_MAX = 2**53 - 1


def sha(data):
    return hashlib.sha256(data if isinstance(data, bytes) else data.encode("utf-8")).hexdigest()


def by_unit(text):
    return text.encode("utf-16-be", "surrogatepass")


def canonical(value):
    if isinstance(value, dict):
        return "{" + ",".join(canonical(k) + ":" + canonical(value[k]) for k in sorted(value, key=by_unit)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(v) for v in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def is_allowed(value, depth=0):
    if depth > 16:
        return False
    if isinstance(value, float):
        return False
    if isinstance(value, int) and not isinstance(value, bool):
        return abs(value) <= INT_MAX
    if isinstance(value, str):
        return not any(0xD800 <= ord(c) <= 0xDFFF for c in value)
    if isinstance(value, list):
        return all(is_allowed(v, depth + 1) for v in value)
    if isinstance(value, dict):
        names = {"__proto__", "constructor", "prototype"}
        return all(k not in names and is_allowed(k) and is_allowed(v, depth + 1) for k, v in value.items())
    return True


def is_canonical(text):
    try:
        value = json.loads(text)
        return is_allowed(value) and canonical(value) == text
    except ValueError:
        return False


# ── fold (protocol §6) ────────────────────────────────────────────────────────────────────────────

def by_rank(head):
    return (head["rank"], head["h"])


def union(a, b):
    return sorted(set(a) | set(b))


def write(cell, op, value, sup):
    taken = [x for x in cell["heads"] if x["h"] in sup or x["h"] == op["h"]]
    kept = [x for x in cell["heads"] if x["h"] not in sup and x["h"] != op["h"]]
    early = [h for h in sup if h not in [x["h"] for x in cell["heads"]]]
    if op["h"] not in cell["gone"]:
        rank = min([op["seq"]] + [x["rank"] for x in taken])
        kept = kept + [{"h": op["h"], "v": value, "rank": rank, "seq": op["seq"], "feed": op["feed"]}]
    return {"heads": kept, "gone": union(cell["gone"], early)}


def walk(lane, op, taken, sup):
    replaced = [n for n in lane["nodes"] if n["h"] == op["h"] or (n["h"] in sup and n["h"] in lane["heads"])]
    early = [h for h in sup if h not in lane["heads"]]
    rank = min([op["seq"]] + [n["rank"] for n in replaced])
    node = {"h": op["h"], "rank": rank, "seq": op["seq"], "feed": op["feed"], "actor": op["actor"], **taken}
    heads = [h for h in lane["heads"] if h not in sup and h != op["h"]]
    return {
        "nodes": [n for n in lane["nodes"] if n["h"] != op["h"]] + [node],
        "heads": heads if op["h"] in lane["gone"] else heads + [op["h"]],
        "gone": union(lane["gone"], early),
    }


def resolve(state, op, mut):
    if not mut["f"].startswith("@"):
        cell = state["cells"].get(mut["f"], {"heads": [], "gone": []})
        chosen = [x["v"] for x in cell["heads"] if mut["choose"] != "" and x["h"] == mut["choose"] and x["v"] is not None]
        state["cells"][mut["f"]] = write(cell, op, chosen[0] if chosen else mut["new"], mut["over"])
        return True
    name = mut["f"][1:]
    lane = state["lanes"].get(name, {"nodes": [], "heads": [], "gone": []})
    chosen = [n for n in lane["nodes"] if n["h"] == mut["choose"]]
    if not chosen:
        return False
    taken = {"step": "resolve", "to": chosen[0]["to"], "outcome": chosen[0]["outcome"], "facts": {}, "prev": chosen[0]["h"]}
    state["lanes"][name] = walk(lane, op, taken, mut["over"])
    return True


def purge(state, op, mut):
    if "destruction" in state["lanes"]:
        return

    def standing(to, facts):
        node = {"h": op["h"], "prev": "", "step": "purge", "to": to, "outcome": None, "facts": facts}
        node.update(rank=op["seq"], seq=op["seq"], feed=op["feed"], actor=op["actor"])
        return {"nodes": [node], "heads": [op["h"]], "gone": []}

    lanes = {lane: standing(to, {}) for lane, to in mut["kept"]["stages"].items()}
    lanes["destruction"] = standing("destroyed", mut["kept"]["facts"])
    state.update(cells={}, rows={}, logs={}, lanes=lanes)


def apply_mut(state, op, mut, index):
    kind, el = mut["k"], f"{op['h']}:{index}"
    if kind != "purge" and "destruction" in state["lanes"]:
        return False
    if kind in ("put", "number"):
        cell = state["cells"].get(mut["f"], {"heads": [], "gone": []})
        state["cells"][mut["f"]] = write(cell, op, mut["new"] if kind == "put" else mut["text"], mut["sup"])
    elif kind == "add":
        rows = state["rows"].setdefault(mut["f"], {"els": [], "gone": []})
        if el not in rows["gone"]:
            rows["els"].append({"el": el, "v": mut["v"], "seq": op["seq"]})
    elif kind == "drop":
        rows = state["rows"].setdefault(mut["f"], {"els": [], "gone": []})
        present = [r["el"] for r in rows["els"]]
        rows["gone"] = union(rows["gone"], [e for e in mut["els"] if e not in present])
        rows["els"] = [r for r in rows["els"] if r["el"] not in mut["els"]]
    elif kind == "append":
        state["logs"].setdefault(mut["f"], []).append({"el": el, "v": mut["v"], "seq": op["seq"]})
    elif kind == "step":
        lane = state["lanes"].get(mut["lane"], {"nodes": [], "heads": [], "gone": []})
        taken = {k: mut[k] for k in ("step", "to", "outcome", "facts")}
        taken["prev"] = mut["sup"][0] if mut["sup"] else ""
        state["lanes"][mut["lane"]] = walk(lane, op, taken, mut["sup"])
    elif kind == "resolve":
        return resolve(state, op, mut)
    elif kind == "purge":
        purge(state, op, mut)
    else:
        return False
    return True


def fold(book):
    states = {}
    for op in sorted(book, key=lambda o: o["seq"]):
        if op["verdict"] != "ok":
            continue
        for name in dict.fromkeys((m["t"], m["id"]) for m in op["muts"]):
            blank = {"t": name[0], "id": name[1], "cells": {}, "rows": {}, "logs": {}, "lanes": {}, "lastSeq": 0}
            state = states.setdefault(name, blank)
            done = [apply_mut(state, op, m, i) for i, m in enumerate(op["muts"]) if (m["t"], m["id"]) == name]
            if any(done):
                state["lastSeq"] = op["seq"]
    names = [name for name in states if states[name]["lastSeq"] > 0]
    return [states[name] for name in sorted(names, key=lambda n: (by_unit(n[0]), by_unit(n[1])))]


def active_line(lane):
    nodes = {n["h"]: n for n in lane["nodes"]}
    at = sorted((nodes[h] for h in lane["heads"]), key=by_rank)[:1]
    line = []
    while at:
        line.insert(0, at[0])
        at = [nodes[at[0]["prev"]]] if at[0]["prev"] in nodes else []
    return line


def view(state):
    facts, stages, conflicts, contested = {}, {}, [], []
    for f in sorted(state["cells"], key=by_unit):
        heads = sorted(state["cells"][f]["heads"], key=by_rank)
        shown = heads[0]["v"] if heads else None
        if f.startswith("#"):
            facts.update({k: v for k, v in shown.items() if v is not None} if isinstance(shown, dict) else {})
        elif shown is not None:
            facts[f] = shown
        if len({canonical(x["v"]) for x in heads}) > 1:
            conflicts.append({"f": f, "heads": heads})
    for part in ("rows", "logs"):
        for f, kept in state[part].items():
            facts[f] = [e["v"] for e in (kept["els"] if part == "rows" else kept)]
    for name in sorted(state["lanes"], key=by_unit):
        lane = state["lanes"][name]
        heads = sorted((n for n in lane["nodes"] if n["h"] in lane["heads"]), key=by_rank)
        if heads:
            stages[name] = heads[0]["to"]
        if len({canonical([n["to"], n["outcome"]]) for n in heads}) > 1:
            contested.append({"lane": name, "heads": heads})
        for node in active_line(lane):
            for f, v in node["facts"].items():
                facts[f] = v
    facts = {f: v for f, v in facts.items() if v is not None}
    return {"t": state["t"], "id": state["id"], "facts": facts, "stages": stages, "conflicts": conflicts, "contested": contested}


# ── frames (protocol §4) ──────────────────────────────────────────────────────────────────────────

def records(data, magic=b"LAD1"):
    assert data[: len(magic)] == magic
    at = len(magic)
    while at < len(data):
        kind, length = data[at : at + 1], struct.unpack(">I", data[at + 1 : at + 5])[0]
        yield kind, at, data[at + 5 : at + 5 + length]
        at += 5 + length


def texts(body):
    out = []
    while body:
        length = struct.unpack(">I", body[:4])[0]
        out.append(body[4 : 4 + length].decode("utf-8"))
        body = body[4 + length :]
    return out


def load(name):
    return json.loads((HERE / f"{name}.json").read_text("utf-8"))


def main():
    for case in load("canonicalJson")["canonical"]:
        assert is_canonical(case["text"]) and sha(case["text"]) == case["sha256"], case
    for text in load("canonicalJson")["refused"]:
        assert not is_canonical(text), text
    print("canonicalJson ok")

    key, ops = load("op")["publicKey"], load("op")["ops"]
    for op in ops:
        header = json.loads(op["header"])
        assert is_signed(key, op["header"], op["sig"]) and not is_signed(key, op["payload"], op["sig"])
        assert is_canonical(op["header"]) and is_canonical(op["payload"])
        assert sha(op["header"]) == op["h"] and sha(op["payload"]) == header["ph"]
    assert json.loads(ops[1]["header"])["prev"] == ops[0]["h"]
    print("op ok")

    messages = load("messages")["messages"]
    assert all(is_signed(key, m["text"], m["sig"]) for m in messages)
    print(f"messages ok ({len(messages)})")

    frames = load("frames")
    for name, kind, skip in (("push", b"O", 0), ("pull", b"B", 3)):
        data = bytes.fromhex(frames[name])
        parts = list(records(data))
        assert [k for k, _, _ in parts] == [kind, kind, b"T"]
        trailer = json.loads(parts[-1][2])
        assert trailer["count"] == 2 and trailer["sha256"] == sha(data[: parts[-1][1]])
        for op, (_, _, body) in zip(ops, parts):
            assert texts(body)[skip:] == [op["header"], op["payload"], op["sig"], op["actorSig"]]
    data = bytes.fromhex(frames["erased"])
    (_, _, first), (_, _, other), (_, start, end) = records(data)
    assert json.loads(end)["sha256"] == sha(data[:start])
    assert texts(first)[3:] == [ops[0]["header"], "", ops[0]["sig"], ops[0]["actorSig"]]
    assert texts(other)[4] == ops[1]["payload"]
    print("frames ok")

    chain = load("chain")
    at = bytes.fromhex(chain["start"])
    for link in chain["links"]:
        at = hashlib.sha256(at + bytes.fromhex(link["h"]) + link["verdict"].encode("utf-8")).digest()
        assert at.hex() == link["chain"]
    print("chain ok")

    cases = load("fold")
    for case in cases:
        states = fold(case["book"])
        assert [canonical(s) for s in states] == case["states"], case["name"]
        assert [canonical(view(s)) for s in states] == case["views"], case["name"]
        assert sha("[" + ",".join(map(canonical, states)) + "]") == case["stateHash"], case["name"]
    by_name = {case["name"]: case["states"] for case in cases}
    whole = by_name["a destroyed record keeps its entry and takes nothing more"]
    assert whole == by_name["the same book, its destroyed ops without their payload"]
    print(f"fold ok ({len(cases)} cases)")

    check_bundle(load("bundle"), key, frames["push"])
    check_snapshot(load("snapshot"), key, bytes.fromhex(frames["pull"]))


def check_bundle(bundle, key, push):
    for each in (bundle, bundle["withAttachments"]):
        inside = bytes.fromhex(each["inside"])
        parts = list(records(inside, b"LADB1"))
        manifest = json.loads(parts[0][2])
        carried = [h for b in manifest.get("blobs", []) for h in (b["manifest"]["chunks"][i] for i in b["has"])]
        assert [kind for kind, _, _ in parts] == [b"M", b"P"] + [b"B"] * len(carried) + [b"S"]
        assert [sha(body) for kind, _, body in parts if kind == b"B"] == carried
        assert parts[0][2].decode("utf-8") == each["manifest"] and is_canonical(each["manifest"])
        assert parts[1][2].hex() == push and manifest["from"]["key"] == key
        text = "LAD bundle\n" + sha(inside[: parts[-1][1]])
        assert text == each["text"] and is_signed(key, text, parts[-1][2].decode("utf-8"))
    print("bundle ok")


def check_snapshot(snapshot, key, pull):
    manifest = json.loads(snapshot["manifest"])
    assert is_canonical(snapshot["manifest"])
    text = "LAD snapshot\n" + manifest["bureau"] + "\n" + sha(snapshot["manifest"])
    assert text == snapshot["text"] and is_signed(key, text, snapshot["sig"])
    assert [c["id"] for c in manifest["chunks"]] == [sha(chunk) for chunk in snapshot["chunks"]]
    assert sha("[" + ",".join(snapshot["chunks"]) + "]") == manifest["stateHash"]
    # the very page of frames.json, folded, is what the snapshot says of the book
    book = []
    for seq, _, verdict, header, payload, _, _ in (texts(body) for kind, _, body in records(pull) if kind == b"B"):
        head = {name: json.loads(header)[name] for name in ("feed", "actor")}
        book.append({"h": sha(header), "seq": int(seq), "verdict": verdict, "muts": json.loads(payload)["muts"], **head})
    assert sha("[" + ",".join(map(canonical, fold(book))) + "]") == manifest["stateHash"]
    print("snapshot ok")


if __name__ == "__main__":
    main()
    sys.exit(0)
