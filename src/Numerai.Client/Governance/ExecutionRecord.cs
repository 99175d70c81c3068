using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Numerai.Client.Governance;

/// <summary>One executed action: a link of the chain of executions.</summary>
/// <param name="Action">As it is hashed: stored JSON.</param>
/// <param name="Time">As it is hashed: yyyy-MM-ddTHH:mm:ss.fffffffZ.</param>
public sealed record ExecutionRecord(
    long Sequence, int Proposal, int Index, string Action, string Outcome, string Time, string Previous, string Hash)
{
    /// <summary>Whether it follows a record with this sequence and hash, and its own hash is right.</summary>
    public bool Follows(long sequence, string hash) => Sequence == sequence + 1 && Previous == hash && Hash == ComputeHash();

    private string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        Sequence.ToString(CultureInfo.InvariantCulture),
        Proposal.ToString(CultureInfo.InvariantCulture),
        Index.ToString(CultureInfo.InvariantCulture),
        Action,
        Outcome,
        Time,
        Previous))));
}
