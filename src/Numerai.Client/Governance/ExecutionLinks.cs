using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Numerai.Contracts;

namespace Numerai.Client.Governance;

/// <summary>Checks the chain of executed actions.</summary>
public static class ExecutionLinks
{
    /// <summary>Whether it follows a record with this sequence and hash, and its own hash is right.</summary>
    public static bool Follows(this ExecutedAction record, long sequence, string hash) =>
        record.Sequence == sequence + 1 && record.Previous == hash && record.Hash == ComputeHash(record);

    private static string ComputeHash(ExecutedAction record) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        record.Sequence.ToString(CultureInfo.InvariantCulture),
        record.Proposal.ToString(CultureInfo.InvariantCulture),
        record.Index.ToString(CultureInfo.InvariantCulture),
        record.Action,
        record.Outcome,
        record.Time,
        record.Previous))));
}
