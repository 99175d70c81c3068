using Numerai.Contracts;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Rounds;

namespace Numerai.Web.Proofs;

/// <summary>
/// When a committed document itself may be seen. Its hash is public from the start; targets, the meta model and the portfolio would tell
/// others what to submit while rounds with the same data are still open, and the map between rounds would undo the obfuscation for ever.
/// </summary>
internal static class DocumentSecrecy
{
    public static Refusal? Withheld(string kind, RoundView round) => kind switch
    {
        CommitmentKinds.IdMap => new Refusal(
            RefusalCodes.DocumentWithheld, "The map between two rounds' ids is the operator's secret; only its hash is published."),
        CommitmentKinds.MetaModel or CommitmentKinds.NaiveMetaModel or CommitmentKinds.Portfolio or CommitmentKinds.Target
            when round.SettlementEntries is null => new Refusal(
            RefusalCodes.DocumentWithheld,
            $"Round {round.Id} is {round.Phase}; its {kind.Replace('_', ' ')} is published once it is settled."),
        _ => null,
    };

    public static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".json" => "application/json",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
