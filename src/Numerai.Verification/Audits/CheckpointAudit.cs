using System.Collections.Immutable;
using Numerai.Tournament.Ledger.Checkpoints;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Audits;

/// <summary>Holds every checkpoint against the chains as they stood when it was made.</summary>
internal sealed class CheckpointAudit
{
    private readonly List<CheckpointLine> _checkpoints = [];
    private readonly IReadOnlyList<CommitmentLine> _commitments;
    private readonly Dictionary<string, ChainHead> _rounds = new(StringComparer.Ordinal);
    private readonly Findings _findings;
    private int _next;
    private int _committed;

    public CheckpointAudit(ExportFolder export, IReadOnlyList<CommitmentLine> commitments, Findings findings)
    {
        _commitments = commitments;
        _findings = findings;
        foreach (var (number, line) in export.Lines<CheckpointLine>(ExportFormat.CheckpointsFile))
        {
            if (line is null)
            {
                findings.Add(AuditCodes.LineUnreadable, $"{ExportFormat.CheckpointsFile} line {number}", "The line is no checkpoint.");
                continue;
            }

            CheckLink(line);
            _checkpoints.Add(line);
        }

        var last = _checkpoints.Count == 0 ? string.Empty : _checkpoints[^1].Hash;
        if (last != export.Manifest.CheckpointHash)
        {
            findings.Add(
                AuditCodes.CheckpointLinkBroken,
                ExportFormat.ManifestFile,
                $"The export says that it ends with checkpoint {export.Manifest.CheckpointHash}; the last one is {last}.");
        }
    }

    public int Count => _checkpoints.Count;

    /// <summary>Told after each ledger entry how many there have been.</summary>
    public void Reached(long entries, IReadOnlyDictionary<string, (long Sequence, string Hash)> heads, LedgerBooks books)
    {
        for (; _next < _checkpoints.Count && _checkpoints[_next].Entries <= entries; _next++)
        {
            var checkpoint = _checkpoints[_next];
            if (checkpoint.Entries == entries && Advance(checkpoint))
            {
                Check(checkpoint, heads, books);
            }
        }
    }

    /// <summary>Checkpoints cover no more than there is, and the last one covers all of it.</summary>
    public void End(long entries)
    {
        var last = _checkpoints.Count == 0 ? null : _checkpoints[^1];
        if (_next < _checkpoints.Count || last?.Entries != entries || last.Commitments != _commitments.Count)
        {
            var checkpoint = _next < _checkpoints.Count ? _checkpoints[_next] : last;
            _findings.Add(
                AuditCodes.CheckpointCountsWrong,
                $"checkpoint {checkpoint?.Number ?? 0}",
                $"It covers {checkpoint?.Entries ?? 0} entries and {checkpoint?.Commitments ?? 0} commitments; the export has {entries} "
                    + $"and {_commitments.Count}.");
        }
    }

    private void CheckLink(CheckpointLine line)
    {
        var previous = _checkpoints.Count == 0 ? LedgerCheckpoints.Genesis : _checkpoints[^1].Hash;
        if (line.Number != _checkpoints.Count + 1 || line.Previous != previous)
        {
            _findings.Add(
                AuditCodes.CheckpointLinkBroken,
                $"checkpoint {line.Number}",
                $"It should be number {_checkpoints.Count + 1} and follow {previous}; it says {line.Number} and {line.Previous}.");
        }

        var hash = line.ComputedHash();
        if (line.Hash != hash)
        {
            _findings.Add(AuditCodes.CheckpointHashWrong, $"checkpoint {line.Number}", $"Its fields hash to {hash}; it says {line.Hash}.");
        }
    }

    private bool Advance(CheckpointLine checkpoint)
    {
        for (; _committed < checkpoint.Commitments && _committed < _commitments.Count; _committed++)
        {
            var link = _commitments[_committed];
            _rounds[link.Round] = new ChainHead($"round/{link.Round}", link.Sequence, link.Hash);
        }

        return _committed == checkpoint.Commitments;
    }

    private void Check(CheckpointLine checkpoint, IReadOnlyDictionary<string, (long Sequence, string Hash)> heads, LedgerBooks books)
    {
        var where = $"checkpoint {checkpoint.Number}";
        var root = LedgerCheckpoints.HeadsRoot(
            heads.Select(head => new ChainHead(head.Key, head.Value.Sequence, head.Value.Hash)).Concat(_rounds.Values));
        if (root != checkpoint.HeadsRoot || checkpoint.Chains != heads.Count + _rounds.Count)
        {
            _findings.Add(
                AuditCodes.CheckpointHeadsWrong,
                where,
                $"After {checkpoint.Entries} entries and {checkpoint.Commitments} commitments the {heads.Count + _rounds.Count} chains' "
                    + "heads have "
                + $"the root {root}; it says {checkpoint.Chains} chains and {checkpoint.HeadsRoot}.");
        }

        var balances = books.Kinds();
        if (!balances.SequenceEqual(checkpoint.Balances.ToImmutableSortedDictionary(StringComparer.Ordinal)))
        {
            _findings.Add(
                AuditCodes.CheckpointBalancesWrong, where, $"The entries give {Text(balances)}; it says {Text(checkpoint.Balances)}.");
        }
    }

    private static string Text(ImmutableSortedDictionary<string, string> balances) =>
        string.Join(", ", balances.Select(balance => $"{balance.Key} {balance.Value}"));
}
