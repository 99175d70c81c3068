using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>Where an accepted submission stands. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubmissionStatus>))]
public enum SubmissionStatus
{
    /// <summary>Held until the next round opens.</summary>
    Queued,

    /// <summary>In the round; the latest one of its model is selected at close.</summary>
    OnTime,

    /// <summary>After the close: scored, not in the meta model, nothing at risk.</summary>
    Late,

    /// <summary>Was queued but could not be carried into the round that opened.</summary>
    Rejected,
}
