using Numerai.Contracts;

namespace Numerai.Client.Rounds;

/// <summary>How a command on a round waits for the step that it begins.</summary>
/// <param name="Progress">Is told how far the step is, about once a second; null for nobody.</param>
/// <param name="ToTheEnd">False answers with the round as it is, <see cref="Round.Step"/>, as soon as the step is written down.</param>
public sealed record RoundWait(IProgress<RoundStepStatus>? Progress = null, bool ToTheEnd = true)
{
    /// <summary>Until it is done.</summary>
    public static RoundWait UntilDone { get; } = new();

    /// <summary>Not at all.</summary>
    public static RoundWait None { get; } = new(null, ToTheEnd: false);
}
