using Numerai.Verification.Exports;

namespace Numerai.Verification.Audits;

/// <summary>Follows every round's chain of commitments.</summary>
internal sealed class CommitmentAudit(ExportFolder export, Findings findings)
{
    private static readonly string _genesis = new('0', 64);
    private readonly Dictionary<string, List<CommitmentLine>> _rounds = new(StringComparer.Ordinal);

    /// <summary>All links in the order in which they were published.</summary>
    public List<CommitmentLine> All { get; } = [];

    public IReadOnlyDictionary<string, List<CommitmentLine>> Rounds => _rounds;

    public void Run()
    {
        foreach (var (number, line) in export.Lines<CommitmentLine>(ExportFormat.CommitmentsFile))
        {
            if (line is null)
            {
                findings.Add(AuditCodes.LineUnreadable, $"{ExportFormat.CommitmentsFile} line {number}", "The line is no commitment.");
                continue;
            }

            if (!_rounds.TryGetValue(line.Round, out var before))
            {
                _rounds.Add(line.Round, before = []);
            }

            Check(before, line);
            before.Add(line);
            All.Add(line);
        }
    }

    private void Check(List<CommitmentLine> before, CommitmentLine line)
    {
        var where = $"round {line.Round} commitment {line.Sequence} ({CommitmentOrder.Describe(line)})";
        var previous = before.Count == 0 ? _genesis : before[^1].Hash;
        if (line.Sequence != before.Count + 1 || line.Previous != previous)
        {
            findings.Add(
                AuditCodes.CommitmentLinkBroken,
                where,
                $"It should be number {before.Count + 1} and follow {previous}; it says {line.Sequence} and {line.Previous}.");
        }

        var hash = line.ComputedHash();
        if (line.Hash != hash)
        {
            findings.Add(AuditCodes.CommitmentHashWrong, where, $"Its fields hash to {hash}; it says {line.Hash}.");
        }

        if (CommitmentOrder.Broken(before, line) is { } broken)
        {
            findings.Add(AuditCodes.CommitmentOutOfOrder, where, $"Out of order: {broken}.");
        }
    }
}
