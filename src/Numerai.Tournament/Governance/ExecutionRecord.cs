using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Governance;

/// <summary>One executed action in the hash chain of executions, which is kept like the ledger's chains.</summary>
/// <param name="Sequence">1 first.</param>
/// <param name="Index">Which action of the proposal, 0 first.</param>
/// <param name="Action">The action as stored JSON.</param>
/// <param name="Outcome">"done", or why it could not be done.</param>
/// <param name="Previous">Hash of the record before, or 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over the other fields joined by line feeds, the time as yyyy-MM-ddTHH:mm:ss.fffffffZ.</param>
public sealed record ExecutionRecord(
    long Sequence, int Proposal, int Index, string Action, string Outcome, DateTimeOffset Time, string Previous, string Hash)
{
    public const string Done = "done";

    public static ExecutionRecord Append(
        LedgerHead head, int proposal, int index, ProposalAction action, string outcome, DateTimeOffset time)
    {
        var json = Encoding.UTF8.GetString(StoredJson.Write(action));
        var unhashed = new ExecutionRecord(
            head.Sequence + 1, proposal, index, json, outcome.ReplaceLineEndings(" "), time, head.Hash, string.Empty);
        return unhashed with { Hash = HashOf(unhashed) };
    }

    public static string HashOf(ExecutionRecord record) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        record.Sequence.ToString(CultureInfo.InvariantCulture),
        record.Proposal.ToString(CultureInfo.InvariantCulture),
        record.Index.ToString(CultureInfo.InvariantCulture),
        record.Action,
        record.Outcome,
        record.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        record.Previous))));

    /// <summary>True when it follows <paramref name="head"/> and its hash is right.</summary>
    public bool Follows(LedgerHead head) => Sequence == head.Sequence + 1 && Previous == head.Hash && Hash == HashOf(this);
}
