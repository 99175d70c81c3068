using Numerai.Contracts;
using Numerai.Simulations.Results;
using Numerai.Simulations.Stores;
using Numerai.Storage.Memory;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Simulations.Running;

/// <summary>What a checkpoint file holds. Whatever follows from the scenario and its seed is worked out again instead.</summary>
/// <param name="Scenario">Hash of the scenario it belongs to.</param>
/// <param name="MetaModels">Little-endian doubles by round; empty when nobody staked.</param>
internal sealed record CheckpointContent(
    int Version,
    string Scenario,
    int NextStep,
    DateTimeOffset Clock,
    Nmr Shortfall,
    IReadOnlyList<CheckpointAccount> Accounts,
    IReadOnlyList<RoundRow> Rounds,
    IReadOnlyList<ModelRoundRow> ModelRounds,
    SortedDictionary<int, byte[]> MetaModels,
    LedgerSnapshot Ledger,
    IReadOnlyList<MemoryActorRow> Rows,
    IReadOnlyList<KeyValuePair<string, byte[]>> Objects,
    IReadOnlyList<CheckpointSubmission> Submissions);

internal sealed record CheckpointAccount(bool Arrived, int LeftAt, Nmr Deposited, Nmr Withdrawn);

internal sealed record CheckpointSubmission(SubmissionRecord Record, byte[] Codes, bool Sealed);
