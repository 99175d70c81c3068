using System.Collections.Immutable;

namespace Numerai.Verification.Audits;

/// <summary>
/// Collects findings in the order in which they are met; past a bound they are only counted, since the first ones say it all.
/// </summary>
internal sealed class Findings
{
    private const int Most = 100;
    private readonly List<AuditFinding> _kept = [];

    public int Count { get; private set; }

    public ImmutableArray<AuditFinding> First => [.. _kept];

    public void Add(string code, string where, string message)
    {
        Count++;
        if (_kept.Count < Most)
        {
            _kept.Add(new AuditFinding(code, where, message));
        }
    }

    public void Add(Findings others)
    {
        Count += others.Count - others._kept.Count;
        foreach (var finding in others._kept)
        {
            Add(finding.Code, finding.Where, finding.Message);
        }
    }
}
