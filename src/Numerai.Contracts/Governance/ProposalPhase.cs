using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>Where a proposal stands. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProposalPhase>))]
public enum ProposalPhase
{
    /// <summary>Voting has not begun.</summary>
    Pending,

    /// <summary>Votes are cast.</summary>
    Active,

    /// <summary>More for than against, and the quorum was reached; somebody has to queue it.</summary>
    Succeeded,
    Defeated,

    /// <summary>Waits for its time lock, then for somebody to execute it.</summary>
    Queued,

    /// <summary>Being carried out.</summary>
    Executing,
    Executed,
    Cancelled,

    /// <summary>Was not queued, or not executed, in time.</summary>
    Expired,
}
