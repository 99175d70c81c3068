using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Settings;
using Numerai.Tournament.Tests.Actors;

namespace Numerai.Tournament.Tests.Rounds;

/// <summary>Rows of a round of two scoring days in every state it can be in, made by playing its decisions.</summary>
internal sealed class RoundRows
{
    public static readonly DateTimeOffset Opens = new(2026, 2, 3, 13, 0, 0, TimeSpan.Zero);
    public static readonly RoundCalendar Calendar = new(Opens, Opens.AddDays(1), [Opens.AddDays(5), Opens.AddDays(10)]);
    private const string Place = "here";

    /// <summary>A state's name, the time it is tried at, and how the one before it comes to it.</summary>
    private static readonly (string Name, DateTimeOffset Now, string? Before, Func<RoundRows, RoundState, RoundState> Play)[] _states =
    [
        ("scheduled", Opens.AddTicks(-1), null, (rows, _) => RoundDecisions.Schedule(rows.First).Next!),
        ("opening-due", Opens, "scheduled", (_, state) => state),
        ("carrying-over", Opens, "scheduled", (rows, state) => RoundDecisions.Start(state, rows.Now).Next!),
        ("open", Opens, "carrying-over", (_, state) => RoundDecisions.EndStep(state).Next!),
        ("closing-due", Calendar.Closes, "open", (_, state) => state),
        ("closing-early", Calendar.Closes.AddTicks(-1), "open", (rows, state) => RoundDecisions.BeginClosing(state, true, rows.Now).Next!),
        ("closing-early-sealed", Calendar.Closes.AddTicks(-1), "closing-early", (_, state) => state),
        ("sealing", Calendar.Closes, "open", (rows, state) => RoundDecisions.BeginClosing(state, false, rows.Now).Next!),
        ("pin-waits", Calendar.Closes, "sealing", (rows, state) => rows.Entered(state, RoundStage.Pin, 1)),
        ("pinning", Calendar.Closes, "pin-waits", (_, state) => Given(state)),
        ("pinning-fails", Calendar.Closes, "pinning", (rows, state) => rows.Failed(state)),
        ("freezing", Calendar.Closes, "pinning", (rows, state) => rows.Entered(state, RoundStage.Freeze)),
        ("meta-model", Calendar.Closes, "freezing", (rows, state) => RoundDecisions.FreezeManifest(
            state, state.Work!, rows.Object("manifest"), rows.Manifest, rows.Now, Place).Next!),
        ("naive-meta-model", Calendar.Closes, "meta-model", (rows, state) => rows.Entered(state, RoundStage.NaiveMetaModel)),
        ("closing-publishes", Calendar.Closes, "naive-meta-model", (rows, state) => RoundDecisions.EndClosing(
            state, rows.Object("meta-model"), null, state.Work!, rows.Now, Place).Next!),
        ("closed", Calendar.FirstScore.AddTicks(-1), "closing-publishes", (_, state) => RoundDecisions.EndStep(state).Next!),
        ("closed-day-1-due", Calendar.FirstScore, "closed", (_, state) => state),
        ("scoring-1", Calendar.FirstScore, "closed", (rows, state) => rows.ScoringOf(state, 1)),
        ("scoring-1-portfolio", Calendar.FirstScore, "scoring-1", (rows, state) => rows.Entered(state, RoundStage.Portfolio)),
        ("scoring-1-compares", Calendar.FirstScore, "scoring-1", (rows, state) => rows.Entered(state, RoundStage.Compare)),
        ("scoring-1-late", Calendar.FirstScore, "scoring-1", (rows, state) => rows.Entered(state, RoundStage.LateScores)),
        ("scoring-1-table", Calendar.FirstScore, "scoring-1-late", (rows, state) => rows.Entered(state, RoundStage.Table)),
        ("scoring-1-fails", Calendar.FirstScore, "scoring-1", (rows, state) => rows.Failed(state)),
        ("scoring-1-publishes", Calendar.FirstScore, "scoring-1-table", (rows, state) => rows.ScoredIn(state)),
        ("scored-1", Calendar.FirstScore, "scoring-1-publishes", (_, state) => RoundDecisions.EndStep(state).Next!),
        ("scored-1-day-2-due", Calendar.Resolves, "scored-1", (_, state) => state),
        ("scoring-2", Calendar.Resolves, "scored-1", (rows, state) => rows.ScoringOf(state, 2)),
        ("scored", Calendar.Resolves, "scoring-2", (rows, state) => RoundDecisions.EndStep(rows.ScoredIn(state)).Next!),
        ("entries", Calendar.Resolves, "scored", (rows, state) => RoundDecisions.BeginResolving(state, rows.Now).Next!),
        ("reserve-waits", Calendar.Resolves, "entries", (rows, state) => RoundDecisions.BeginSettling(
            state, rows.Settlement, state.Work!, rows.Now, Place).Next!),
        ("reserving", Calendar.Resolves, "reserve-waits", (_, state) => Given(state)),
        ("reserve-fails", Calendar.Resolves, "reserving", (rows, state) => rows.Failed(state)),
        ("reserve-refused", Calendar.Resolves, "reserving", (rows, state) => RoundDecisions.Refuse(
            state, state.Work!, new Refusal(RefusalCodes.TreasuryInsufficient, "The treasury is short."), rows.Now, Place).Next!),
        ("reserve-waits-again", Calendar.Resolves, "reserve-refused", (_, state) => RoundDecisions.Wake(state).Next!),
        ("given-up", Calendar.Resolves, "reserve-waits", (rows, state) => RoundDecisions.Abort(state, "why", true, rows.Now).Next!),
        ("paying", Calendar.Resolves, "reserving", (rows, state) => RoundDecisions.Reserved(state, 1, state.Work!, rows.Now, Place).Next!),
        ("paying-older-row", Calendar.Resolves, "paying", (_, state) => state with { Work = null }),
        ("paying-taken-up", Calendar.Resolves, "paying-older-row", (rows, state) => RoundDecisions.Moved(
            state, RoundDecisions.WorkOf(state, rows.Now), rows.Now, Place).Next!),
        ("books", Calendar.Resolves, "paying", (rows, state) => rows.Entered(RoundDecisions.SettledSome(
            state, 1, Nmr.FromNmr(1), Nmr.Zero, state.Work!, rows.Now, Place).Next!, RoundStage.Books)),
        ("settling-publishes", Calendar.Resolves, "books", (rows, state) => RoundDecisions.EndSettling(
            state, state.Work!, rows.Now, Place).Next!),
        ("resolved", Calendar.Resolves, "settling-publishes", (_, state) => RoundDecisions.EndStep(state).Next!),
        ("cancelling", Calendar.Resolves, "scored", (rows, state) => RoundDecisions.BeginCancelling(state, "why", rows.Now).Next!),
        ("free-waits", Calendar.Resolves, "cancelling", (rows, state) => rows.Entered(state, RoundStage.Free, 1)),
        ("freeing", Calendar.Resolves, "free-waits", (_, state) => Given(state)),
        ("cancelling-publishes", Calendar.Resolves, "freeing", (rows, state) => RoundDecisions.EndCancelling(
            state, state.Work!, rows.Now, Place).Next!),
        ("cancelled", Calendar.Resolves, "cancelling-publishes", (_, state) => RoundDecisions.EndStep(state).Next!),
    ];

    private RoundRows(DateTimeOffset now)
    {
        Now = now;
        First = new RoundState
        {
            Id = new RoundId(TournamentId.Classic, 1),
            Phase = RoundPhase.Scheduled,
            Calendar = Calendar,
            Settings = Settings,
            LiveDataset = "live",
            Universe = Stored("universe", new LiveIds(["a", "b", "c"]).ToBytes()),
        };
    }

    public static TournamentSettings Settings { get; } = TournamentDefaults.Of(TournamentId.Classic) is var settings
        ? settings with { Scoring = settings.Scoring with { Days = 2 } }
        : null!;

    public static IEnumerable<string> Names => _states.Select(state => state.Name);

    public MemoryObjects Objects { get; } = new();

    public DateTimeOffset Now { get; private set; }

    public RoundState First { get; }

    public RoundManifest Manifest => new(
        First.Id,
        [
            new ManifestRow(
                NamedUuid.Model(TournamentId.Classic, "alpha"),
                NamedUuid.Account("ada"),
                default,
                new string('0', 64),
                Opens,
                Nmr.FromNmr(5)),
        ]);

    public RoundSettlement Settlement =>
        new(Object("entries"), new string('0', 64), Nmr.FromNmr(1), Reserved: false, 0, Nmr.Zero, Nmr.Zero);

    /// <summary>The row in a state, and all that it refers to; the time is the one that the state is tried at.</summary>
    public static (RoundRows Rows, RoundState State) At(string name)
    {
        var (_, now, before, play) = _states.Single(state => state.Name == name);
        var (rows, state) = before is null ? (new RoundRows(now), null!) : At(before);
        rows.Now = now;
        return (rows, play(rows, state));
    }

    public static RoundState Given(RoundState state) =>
        RoundDecisions.Go(state, state.Work!.Started, state.Work.LaneNumber + 1).Next!;

    /// <summary>A day's target as a file; "other" is one with other values.</summary>
    public ObjectReference TargetFile(int day, bool other = false) =>
        Stored($"target-{day}-{other}.csv", Encoding.UTF8.GetBytes($"id,target\na,0.{day}\nb,0.5\nc,{(other ? 1 : 0)}\n"));

    public ObjectReference Object(string name) => Stored(name, Encoding.UTF8.GetBytes(name));

    private RoundState Entered(RoundState state, RoundStage stage, int total = 0) =>
        RoundDecisions.Enter(state, state.Work!, stage, Now, Place, total);

    private RoundState Failed(RoundState state) => RoundDecisions.Fail(
        state, state.Work!, new Refusal(RefusalCodes.RoundStepFailed, "The server could not do it."), Now, Place).Next!;

    private RoundState ScoringOf(RoundState state, int day)
    {
        // Aligned and named as the round does it, so that the same file again is known.
        var aligned = new double[Tournaments.Of(state.Id.Tournament).Targets.Length * 3];
        Array.Fill(aligned, double.NaN);
        (aligned[0], aligned[1], aligned[2]) = (day / 10d, 0.5, 0);
        var content = Objects.PutByContentAsync($"rounds/{state.Id}/targets/day-{day}", ".f64", VectorObject.Write(aligned)).Result;
        return RoundDecisions.BeginScoring(
            state, new PublishTarget(day, TargetFile(day)), new StoredTarget(content, Marked: false), Now).Next!;
    }

    private RoundState ScoredIn(RoundState state) =>
        RoundDecisions.EndScoring(state, null, Object("scores"), state.Work!, Now, Place).Next!;

    private ObjectReference Stored(string name, byte[] content) => Objects.PutAsync(name, content).Result;
}
