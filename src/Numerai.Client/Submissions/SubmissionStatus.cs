namespace Numerai.Client.Submissions;

/// <summary>Where a submission stands.</summary>
public enum SubmissionStatus
{
    /// <summary>Held until the next round opens.</summary>
    Queued,

    /// <summary>In the round; the latest one of its model counts.</summary>
    OnTime,

    /// <summary>After the close: scored, nothing at risk.</summary>
    Late,

    /// <summary>Was queued but could not be carried into the round that opened.</summary>
    Rejected,
}
