using System.Text.Json.Serialization;
using Numerai.Simulations.Portfolios;
using Numerai.Simulations.Running;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Results;

/// <summary>Everything a simulation came to, before anything is made of it.</summary>
public sealed record SimulationResult
{
    public required Scenario Scenario { get; init; }

    /// <summary>What the market was.</summary>
    public required string Market { get; init; }

    /// <summary>SHA-256 over scores, meta models, settled amounts and final holdings: the same for the same scenario and seed.</summary>
    public required string Hash { get; init; }

    public required IReadOnlyList<RoundRow> Rounds { get; init; }

    public required IReadOnlyList<ModelRow> Models { get; init; }

    public required IReadOnlyList<ModelRoundRow> ModelRounds { get; init; }

    public required IReadOnlyList<AccountRow> Accounts { get; init; }

    /// <summary>Number of ledger entries.</summary>
    public required long LedgerEntries { get; init; }

    [JsonIgnore]
    public required IReadOnlyList<PortfolioEra> PortfolioEras { get; init; }

    /// <summary>Wall time; no part of the hash.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Time by phase; no part of the hash.</summary>
    public IReadOnlyDictionary<string, PhaseTime> Phases { get; init; } = new Dictionary<string, PhaseTime>();

    /// <summary>Most memory the process has held, in bytes.</summary>
    public long PeakBytes { get; init; }
}
