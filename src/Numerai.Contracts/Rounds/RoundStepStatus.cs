namespace Numerai.Contracts;

/// <summary>What a round is in the middle of, and how far it is.</summary>
/// <param name="Round">Such as "8/123".</param>
/// <param name="Day">The scoring day; null for other steps.</param>
/// <param name="Stage">The part of the step that the numbers are of.</param>
/// <param name="Started">When it was asked for; together with the round it names the step.</param>
/// <param name="Due">When it was to happen, or when it was asked for if that was earlier; money moves in this order.</param>
/// <param name="Entered">When the stage began.</param>
/// <param name="Moved">When it last came on.</param>
/// <param name="Done">Accounts, shards or submissions of the stage that are done.</param>
/// <param name="Total">All of them; 0 where the stage is one piece.</param>
/// <param name="Share">Of the stage, 0 to 1; null where it is one piece.</param>
/// <param name="PerSecond">How many come on in a second; null before two have.</param>
/// <param name="SecondsLeft">Of the stage at that rate; null without one.</param>
/// <param name="Attempts">Failures in a row.</param>
/// <param name="LastError">What the last of them said; operators are told.</param>
/// <param name="NextAttempt">When it is tried again.</param>
/// <param name="Place">The silo that moved it last; operators are told.</param>
public sealed record RoundStepStatus(
    RoundId Round,
    RoundStep Step,
    int? Day,
    RoundStepState State,
    RoundStage Stage,
    DateTimeOffset Started,
    DateTimeOffset Due,
    DateTimeOffset Entered,
    DateTimeOffset Moved,
    int Done,
    int Total,
    double? Share,
    double? PerSecond,
    int? SecondsLeft,
    int Attempts,
    RoundStepError? LastError,
    DateTimeOffset? NextAttempt,
    string? Place);

/// <summary>Why a step did not go on; the same two fields as in problem details.</summary>
public sealed record RoundStepError(string Code, string Detail);
