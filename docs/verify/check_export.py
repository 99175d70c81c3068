#!/usr/bin/env python3
"""Checks an export of a tournament's books, independently of the program that wrote it.

Usage: python3 check_export.py FOLDER...
       python3 check_export.py --proof FILE [FOLDER]

Written from docs/verify.md alone, with nothing but the standard library. For each folder it prints one line: the first thing that is
off, or that everything holds. Ends with 0 when everything holds, with 4 when anything is off, with 1 when a folder can't be checked.
"""
import bisect
import hashlib
import json
import pathlib
import sys
from decimal import Decimal

GENESIS = "0" * 64
WEI = 10**18
LEDGER_FIELDS = "chain sequence transfer reason debit credit wei round time previous".split()
COMMITMENT_FIELDS = "round sequence kind day document sha256 length time previous".split()
RULES = {
    "Mint": {("issued", "treasury")},
    "Deposit": {("issued", "wallet")},
    "Withdrawal": {("wallet", "issued")},
    "StakeIncrease": {("wallet", "stake")},
    "StakeDecrease": {("stake", "pending")},
    "StakeRelease": {("stake", "wallet"), ("pending", "wallet")},
    "Payout": {("treasury", "stake")},
    "Burn": {("stake", "burned"), ("pending", "burned")},
    "AgreementDeposit": {("wallet", "agreement")},
    "AgreementReturn": {("agreement", "wallet")},
    "AgreementPayment": {("agreement", "wallet")},
    "AgreementFunding": {("agreement", "agreement")},
    "Punishment": {("agreement", "burned"), ("wallet", "burned")},
    "Grant": {("treasury", "wallet")},
    "Hold": {("wallet", "held")},
    "HoldRelease": {("held", "wallet")},
    "StakeMove": {("stake", "stake"), ("pending", "stake")},
    "Emission": {("issued", "treasury")},
}
OWNED = {"wallet", "held", "stake", "pending"}
DOCUMENTS = {
    "universe": "universe.txt", "settings": "settings.json", "submissions": "submissions.json",
    "meta_model": "meta-model.f64", "target": "target.f64", "scores": "scores.json",
}
INPUTS = {  # in exports made with --inputs
    "live_data": "live.parquet", "benchmark_predictions": "benchmark-predictions.parquet", "benchmark_meta_model": "benchmark-meta-model.f64",
    "neutralizers": "neutralizers.f64", "sample_weights": "sample-weights.f64", "naive_meta_model": "naive-meta-model.f64", "portfolio": "portfolio.f64",
}
ORDER = """universe live_data settings benchmark_predictions benchmark_meta_model neutralizers sample_weights id_map
    submissions meta_model naive_meta_model target settlement settlement_root resolved cancelled""".split()
DAILY = ("portfolio", "scores")  # they stand where targets stand, each after its day's


class Off(Exception):
    """Something is not what it says."""


def sha(data):
    return hashlib.sha256(data if isinstance(data, bytes) else data.encode()).hexdigest()


def linked(fields):
    return sha("\n".join("" if field is None else str(field) for field in fields))


def root(texts):
    """Merkle root as RFC 6962 defines it."""
    hashes = [hashlib.sha256(b"\0" + text.encode()).digest() for text in texts]

    def node(low, high):
        if high - low == 1:
            return hashes[low]
        split = 1
        while split * 2 < high - low:
            split *= 2
        return hashlib.sha256(b"\1" + node(low, low + split) + node(low + split, high)).digest()

    return node(0, len(hashes)).hex() if hashes else sha(b"")


def path_root(leaf, index, count, path):
    """The root that a leaf's path leads to, or None when the path has another length (RFC 9162, 2.1.3.2)."""
    node, last = hashlib.sha256(b"\0" + leaf.encode()).digest(), count - 1
    for sibling in map(bytes.fromhex, path):
        left = index % 2 == 0 and index != last
        node = hashlib.sha256(b"\1" + (node + sibling if left else sibling + node)).digest()
        while not left and index and index % 2 == 0:
            index, last = index // 2, last // 2
        index, last = index // 2, last // 2
    return None if last else node.hex()


def half_even(dividend, divisor):
    quotient, rest = divmod(abs(dividend), divisor)
    if rest * 2 > divisor or (rest * 2 == divisor and quotient % 2):
        quotient += 1
    return quotient if dividend >= 0 else -quotient


def scaled(value, decimals):
    number = Decimal(value).scaleb(decimals)
    return int(number.to_integral_value("ROUND_HALF_EVEN"))


def lines(path):
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                yield number, json.loads(line)
            except ValueError as wrong:
                raise Off(f"{path.name} line {number}: unreadable") from wrong


def commitments(folder):
    """All links in published order, each checked against the one before it in its round."""
    rounds, every = {}, []
    for number, link in lines(folder / "commitments.jsonl"):
        before = rounds.setdefault(link["round"], [])
        where = f"round {link['round']} commitment {link['sequence']} ({link['kind']})"
        if link["sequence"] != len(before) + 1 or link["previous"] != (before[-1]["hash"] if before else GENESIS):
            raise Off(f"{where}: does not follow the link before it")
        if link["hash"] != linked(["numerai-commitment/1", *(link[field] for field in COMMITMENT_FIELDS)]):
            raise Off(f"{where}: hash wrong")
        order(link, before, where)
        before.append(link)
        every.append(link)
    return rounds, every


def order(link, before, where):
    """What could be chosen to fit stands before what it could be fitted to, and once; unknown kinds may stand anywhere."""
    def rank(kind):
        return ORDER.index("target" if kind in DAILY else kind) if kind in ORDER or kind in DAILY else -1

    seen = {(other["kind"], other["day"]) for other in before}
    too_late = rank(link["kind"]) >= 0 and any(rank(kind) > rank(link["kind"]) for kind, _ in seen)
    if too_late or (link["kind"], link["day"]) in seen or (link["kind"] in DAILY and ("target", link["day"]) not in seen):
        raise Off(f"{where}: committed to after what it could be fitted to, or twice")


def percentiles(name, models):
    """Each percentile is the share of the round's scores of that name at or below its own."""
    for score in {key for row in models for key in row["scores"]}:
        values = sorted(row["scores"][score]["value"] for row in models if score in row["scores"])
        for row in models:
            own = row["scores"].get(score)
            if own and float(own["percentile"]) != bisect.bisect_right(values, own["value"]) / len(values):
                raise Off(f"rounds/{name}/scores.json: the percentile of {score} of model {row['model']} is not {own['percentile']}")


def leaves(folder, name, links):
    """The leaves that follow from a round's committed settings, stakes and scores; checked against those it shows and committed to."""
    committed, content = {link["kind"]: link for link in links}, {}
    for kind, file in {**DOCUMENTS, **INPUTS}.items():
        path = folder / "rounds" / name / file
        if kind in committed and (kind in DOCUMENTS or path.exists()):
            content[kind] = path.read_bytes()
            if sha(content[kind]) != committed[kind]["sha256"] or len(content[kind]) != committed[kind]["length"]:
                raise Off(f"{path.relative_to(folder)}: not what round {name} committed to")
    settings, stakes = json.loads(content["settings"], parse_float=Decimal), json.loads(content["submissions"])["rows"]
    table = json.loads(content["scores"], parse_float=Decimal)
    percentiles(name, table["models"])
    scores = {(row["model"], row["submission"]): row["scores"] for row in table["models"] if not row["late"]}
    payout = settings["payout"]
    at_risk = {row["model"]: scaled(row["atRisk"], 18) for row in stakes}
    threshold, total = scaled(payout["stakeThreshold"], 18), sum(at_risk.values())
    factor = 10**18 if total <= threshold else half_even(threshold * 10**18, total)
    clip = scaled(payout["clip"], 12) * 10**24
    computed = []
    for row in stakes:
        wei = at_risk[row["model"]]
        if wei == 0:
            continue
        own = scores.get((row["model"], row["submission"]))
        if own is None:
            raise Off(f"rounds/{name}/scores.json: no scores of submission {row['submission']}, which has a stake at risk")
        paying = {key: own[key]["value"] for key in sorted(payout["multipliers"]) if key in own}
        exact = factor * sum(scaled(payout["multipliers"][key], 9) * scaled(value, 9) for key, value in paying.items())
        multiplier = half_even(max(-clip, min(clip, exact)), 10**24)
        amount = wei * abs(multiplier) // 10**12 * (1 if multiplier >= 0 else -1)
        text = ",".join(f"{key}={decimal(scaled(value, 9), 9)}" for key, value in paying.items())
        computed.append("|".join([
            name, row["model"], row["account"], row["submission"], str(wei), text, decimal(multiplier, 12),
            str(max(amount, 0)), str(max(-amount, 0))]))
    shown = (folder / "rounds" / name / "leaves.txt").read_text(encoding="utf-8").splitlines()
    for number, (left, right) in enumerate(zip(computed + ["(none)"], shown + ["(none)"]), 1):
        if left != right:
            raise Off(f"rounds/{name}/leaves.txt line {number}: {right}, but it follows {left}")
    if root(shown) != committed["settlement_root"]["sha256"]:
        raise Off(f"round {name}: its leaves do not have the root it committed to")
    return {leaf.split("|")[1]: leaf.split("|") for leaf in computed}


def decimal(number, places):
    digits = str(abs(number)).rjust(places + 1, "0")
    return ("-" if number < 0 else "") + digits[:-places] + "." + digits[-places:]


def checkpoint_hash(point):
    weis = ",".join(f"{kind}={wei}" for kind, wei in sorted(point["balances"].items()))
    text = [point[field] for field in "number time entries commitments chains headsRoot".split()]
    return linked(["numerai-checkpoint/1", *text, weis, point["previous"]])


def ledger(folder, every, settled):
    """Plays the ledger back; checks each payout and burn against the leaves and each checkpoint against the heads."""
    heads, transfers, balances, owners, kinds, booked, emptied = {}, set(), {}, {}, {}, {}, set()
    checkpoints, entries, previous = [line for _, line in lines(folder / "checkpoints.jsonl")], 0, GENESIS
    for number, point in enumerate(checkpoints, 1):
        if point["number"] != number or point["previous"] != previous:
            raise Off(f"checkpoint {point['number']}: does not follow the one before it")
        if point["hash"] != checkpoint_hash(point):
            raise Off(f"checkpoint {number}: hash wrong")
        previous = point["hash"]

    def seal():
        while checkpoints and checkpoints[0]["entries"] == entries:
            point = checkpoints.pop(0)
            rounds = {f"round/{link['round']}": (link["sequence"], link["hash"]) for link in every[:point["commitments"]]}
            texts = [f"{chain}|{sequence}|{value}" for chain, (sequence, value) in sorted({**heads, **rounds}.items())]
            if root(texts) != point["headsRoot"] or len(texts) != point["chains"]:
                raise Off(f"checkpoint {point['number']}: the chains' heads have another root")
            if {kind: str(wei) for kind, wei in kinds.items()} != point["balances"]:
                raise Off(f"checkpoint {point['number']}: the entries give other balances")
            if not checkpoints and point["commitments"] != len(every):
                raise Off(f"checkpoint {point['number']}: covers {point['commitments']} of {len(every)} commitments")

    seal()
    for number, entry in lines(folder / "ledger.jsonl"):
        entries += 1
        where = f"ledger line {number} ({entry['chain']} entry {entry['sequence']}, transfer {entry['transfer']})"
        sequence, last = heads.get(entry["chain"], (0, GENESIS))
        if entry["sequence"] != sequence + 1 or entry["previous"] != last:
            raise Off(f"{where}: does not follow the entry before it")
        if entry["hash"] != linked([entry[field] for field in LEDGER_FIELDS]):
            raise Off(f"{where}: hash wrong")
        if entry["transfer"] in transfers:
            raise Off(f"{where}: booked before")
        wei, debit, credit = int(entry["wei"]), entry["debit"], entry["credit"]
        pair = (debit.split(":")[0], credit.split(":")[0])
        if wei <= 0 or pair not in RULES.get(entry["reason"], ()):
            raise Off(f"{where}: {entry['reason']} of {wei} wei from {debit} to {credit} is not allowed")
        if entry["reason"] in ("Payout", "Burn"):
            account = credit if entry["reason"] == "Payout" else debit
            leaf = settled.get(entry["round"], {}).get(account.split(":")[1])
            if leaf is None or entry["chain"] != f"participant/{leaf[2]}":
                raise Off(f"{where}: no settlement entitles to it")
            done = booked.setdefault((entry["round"], leaf[1]), [0, 0])
            due = int(leaf[7]) if entry["reason"] == "Payout" else min(int(leaf[8]) - done[1], balances.get(account, 0))
            if wei != due:
                raise Off(f"{where}: moves {wei} wei, but {due} are due")
            done[entry["reason"] == "Burn"] += wei
        for account, change in ((debit, -wei), (credit, wei)):
            kind = account.split(":")[0]
            balances[account] = balances.get(account, 0) + change
            kinds[kind] = kinds.get(kind, 0) + change
            if balances[account] == 0:
                emptied.add(account)
            if kind in OWNED and (owners.setdefault(account, entry["chain"]) != entry["chain"] or balances[account] < 0):
                raise Off(f"{where}: {account} is not its chain's, or goes below zero")
        transfers.add(entry["transfer"])
        heads[entry["chain"]] = (entry["sequence"], entry["hash"])
        seal()
    if checkpoints:
        raise Off(f"checkpoint {checkpoints[0]['number']}: covers {checkpoints[0]['entries']} entries, the ledger has {entries}")
    for account, balance in sorted(balances.items()):
        if balance < 0 and account != "issued":
            raise Off(f"{account}: ends below zero")
    return entries, kinds, booked, set(balances) - emptied


def owed(rounds, settled, booked, never_empty):
    """Everything that resolved rounds owe is in the ledger; a burn that is not there found nothing to burn."""
    for name, models in settled.items():
        resolved = [link for link in rounds[name] if link["kind"] == "resolved"]
        for model, leaf in models.items() if resolved else ():
            paid, burned = booked.get((name, model), (0, 0))
            left = never_empty & {f"stake:{model}", f"pending:{model}"}
            if paid != int(leaf[7]) or (burned == 0 and int(leaf[8]) > 0 and left):
                raise Off(f"round {name} model {model}: is owed {leaf[7]} and burns {leaf[8]} wei, the ledger has {paid} and {burned}")
        sums = [sum(part[side] for (where, _), part in booked.items() if where == name) for side in (0, 1)]
        if resolved and resolved[0]["sha256"] != sha(f"{sums[0]}|{sums[1]}"):
            raise Off(f"round {name}: resolved with other totals than {sums[0]} paid and {sums[1]} burned wei")


def proof(file, folder=None):
    """Checks that a checkpoint covers a chain; with an export, that this checkpoint and this link are in it."""
    try:
        told = json.loads(file.read_bytes())
        chain, point = told["chain"], told["checkpoint"]
        leaf = f"{chain}|{told['sequence']}|{told['hash']}"
        if (told["format"], told["version"]) != ("numerai-chain-proof", 1) or point["hash"] != checkpoint_hash(point):
            raise Off("no chain proof of version 1, or its checkpoint's hash is wrong")
        if not 0 <= told["index"] < point["chains"] or path_root(leaf, told["index"], point["chains"], told["path"]) != point["headsRoot"]:
            raise Off(f"the path does not lead from {leaf} to the checkpoint's root")
        if folder and point not in [line for _, line in lines(folder / "checkpoints.jsonl")]:
            raise Off(f"checkpoint {point['hash']} is not in the export")
        links = lines(folder / ("commitments.jsonl" if chain.startswith("round/") else "ledger.jsonl")) if folder else ()
        if folder and not any(link["hash"] == told["hash"] and chain in (link.get("chain"), f"round/{link['round']}") for _, link in links):
            raise Off(f"the export's chain {chain} has no link with the hash {told['hash']}")
    except Off as off:
        print(f"off: {off}")
        return 4
    except (OSError, ValueError, KeyError, TypeError) as fault:
        print(f"proof_unreadable: {fault!r}")
        return 1
    print(f"proven: checkpoint {point['number']} ({point['hash']}) covers {leaf}")
    return 0


def main(folder):
    try:
        manifest = json.loads((folder / "export.json").read_bytes())
        if (manifest["format"], manifest["version"]) != ("numerai-export", 1):
            print("export_version_unknown: this checker reads numerai-export version 1")
            return 1
        for file in manifest["files"]:
            if (folder / file["name"]).stat().st_size < file["bytes"]:
                print(f"export_truncated: {file['name']}")
                return 1
        rounds, every = commitments(folder)
        settled = {name: leaves(folder, name, links) for name, links in rounds.items()
                   if any(link["kind"] == "settlement_root" for link in links)}
        entries, kinds, booked, never_empty = ledger(folder, every, settled)
        owed(rounds, settled, booked, never_empty)
        for file in manifest["files"]:
            if sha((folder / file["name"]).read_bytes()) != file["sha256"]:
                raise Off(f"{file['name']}: not the file that was exported")
    except Off as off:
        print(f"off: {off}")
        return 4
    except (OSError, ValueError, KeyError) as fault:
        print(f"export_unreadable: {fault!r}")
        return 1
    print(f"everything holds: {entries} entries, {len(every)} commitments, {sum(map(len, settled.values()))} payouts and burns of "
          f"{len(settled)} rounds; {', '.join(f'{kind} {wei}' for kind, wei in sorted(kinds.items()))}; checkpoint {manifest['checkpointHash']}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    if sys.argv[1] == "--proof":
        sys.exit(proof(*map(pathlib.Path, sys.argv[2:4])) if len(sys.argv) in (3, 4) else __doc__)
    sys.exit(max([main(pathlib.Path(name)) for name in sys.argv[1:]]))
