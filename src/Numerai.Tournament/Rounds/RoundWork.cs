using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Rounds;

/// <summary>
/// How far the step has come that <see cref="RoundState.Step"/> names: one slice of work a turn, each of which can be repeated. Absent in
/// rows that earlier versions wrote in the middle of a step, which then begins at its first stage again.
/// </summary>
/// <param name="Command">What was asked for: "close", "score/3"; the same command again is this step and no second one.</param>
/// <param name="Stage">Which part of the step.</param>
/// <param name="Started">When it was asked for; together with the round it names the step.</param>
/// <param name="Due">When it was to happen, or when it was asked for if that was earlier; money moves in this order.</param>
public sealed record RoundWork(string Command, RoundStage Stage, DateTimeOffset Started, DateTimeOffset Due)
{
    public RoundStepState State { get; init; }

    /// <summary>Whether the schedule has given this step the tournament's lane, in which one step at a time moves money.</summary>
    public bool Lane { get; init; }

    /// <summary>Which giving of the lane it has had last; 0 for none.</summary>
    public long LaneNumber { get; init; }

    /// <summary>When the stage began.</summary>
    public DateTimeOffset Entered { get; init; }

    /// <summary>When it last came on.</summary>
    public DateTimeOffset Moved { get; init; }

    /// <summary>Items of this stage that are done: accounts, shards, or submissions.</summary>
    public int Done { get; init; }

    /// <summary>Items of this stage; 0 where it is one piece.</summary>
    public int Total { get; init; }

    /// <summary>
    /// What slices have stored, by stage and place, such as "scores/00003". One of 64 accounts or of a shard's models, so it is bounded by
    /// the crowd: 20 KB at 10,000 models.
    /// </summary>
    public ImmutableSortedDictionary<string, ObjectReference> Parts { get; init; } =
        ImmutableSortedDictionary.Create<string, ObjectReference>(StringComparer.Ordinal);

    /// <summary>Failures in a row; a slice that goes well sets it back.</summary>
    public int Attempts { get; init; }

    public Refusal? LastError { get; init; }

    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>The silo that moved it last.</summary>
    public string? Place { get; init; }

    /// <summary>References in the order of their places.</summary>
    internal IEnumerable<ObjectReference> PartsOf(RoundStage stage) =>
        Parts.Where(part => part.Key.StartsWith($"{stage}/", StringComparison.Ordinal)).Select(part => part.Value);

    internal ObjectReference? Part(RoundStage stage, int place) => Parts.GetValueOrDefault(PartName(stage, place));

    internal RoundWork WithPart(RoundStage stage, int place, ObjectReference part) =>
        this with { Parts = Parts.SetItem(PartName(stage, place), part) };

    /// <summary>What all the parts of a stage came to.</summary>
    internal ObjectReference? ResultOf(RoundStage stage) => Parts.GetValueOrDefault($"{stage}");

    /// <summary>In place of its parts, which have served.</summary>
    internal RoundWork WithResult(RoundStage stage, ObjectReference result) => this with
    {
        Parts = Parts.RemoveRange(Parts.Keys.Where(part => part.StartsWith($"{stage}/", StringComparison.Ordinal)))
            .Add($"{stage}", result),
    };

    private static string PartName(RoundStage stage, int place) => $"{stage}/{place:000000}";
}

internal static class RoundStages
{
    /// <summary>
    /// Pinning takes active stake, settling adds to it and caps burns by it, and the treasury pays who comes first: such stages of one
    /// tournament go one after the other.
    /// </summary>
    public static bool MovesMoney(this RoundStage stage) =>
        stage is RoundStage.Pin or RoundStage.Reserve or RoundStage.Pay or RoundStage.Books or RoundStage.Free;
}
