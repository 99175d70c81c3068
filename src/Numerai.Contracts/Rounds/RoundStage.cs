using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>The parts of steps. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoundStage>))]
public enum RoundStage
{
    /// <summary>Queued submissions are carried over.</summary>
    Queue,

    /// <summary>What arrives from now on is late.</summary>
    Seal,

    /// <summary>Stakes are snapshotted, owner by owner.</summary>
    Pin,

    /// <summary>The manifest is frozen.</summary>
    Freeze,

    MetaModel,

    NaiveMetaModel,

    /// <summary>What the day's MPC is measured against.</summary>
    Portfolio,

    /// <summary>How alike submissions are.</summary>
    Compare,

    Scores,

    LateScores,

    /// <summary>Percentiles, and the day's table.</summary>
    Table,

    /// <summary>What everybody gets, and its Merkle root.</summary>
    Entries,

    /// <summary>The treasury sets aside what is paid.</summary>
    Reserve,

    /// <summary>Owners are paid and burned.</summary>
    Pay,

    /// <summary>The treasury's books of the round are closed.</summary>
    Books,

    /// <summary>Snapshots of a cancelled round are freed.</summary>
    Free,

    /// <summary>The step's result becomes public.</summary>
    Publish,
}
