using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Automation;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Tournament.Tests.Automation;

/// <summary>Automation over one closed round of Classic whose first day is due, with everything about it counted.</summary>
internal sealed class AutomatedRound : TimeProvider, IActorStorage<Persisted<AutomationState>>, IDataFeed
{
    private static readonly RoundId _id = new(TournamentId.Classic, 1);
    private readonly AutomationActor _actor;
    private DateTimeOffset _now = new(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);

    public AutomatedRound(string feed)
    {
        var settings = TournamentDefaults.Of(TournamentId.Classic);
        settings = settings with { Calendar = settings.Calendar with { OpenDays = [DayOfWeek.Sunday] } };
        var opens = _now.AddDays(-10);
        var none = new ObjectReference("none", string.Empty, 0);
        var calendar = new RoundCalendar(
            opens, opens.AddHours(1), [.. Enumerable.Range(0, settings.Scoring.Days).Select(day => _now.AddDays(5 * day))]);
        View = new RoundView(
            _id, RoundPhase.Closed, calendar, settings, "live", null, none, none, 0, Nmr.Zero, 1, null, 0,
            ImmutableSortedDictionary<int, ObjectReference>.Empty, null, null, Nmr.Zero, Nmr.Zero, null, null, null);
        var schedule = Fake<ISchedule>.Of(
            (_, _) => Task.FromResult<Outcome<ScheduleView>>(new ScheduleView(TournamentId.Classic, 1, [_id], settings)));
        var round = Fake<IRound>.Of(AnswerAsync);
        var actors = Fake<IActors>.Of((method, _) => method == nameof(IActors.Schedule) ? schedule : round);
        var objects = Fake<IObjectStore>.Of((method, arguments) => method == nameof(IObjectStore.PutAsync)
            ? Task.FromResult(new ObjectReference((string)arguments[0]!, string.Empty, 0))
            : (object)Task.FromResult<ObjectReference?>(null));
        var publisher = Fake<IEventPublisher>.Of((_, _) => Task.CompletedTask);
        var services = new ActorServices(this, actors, publisher, objects, null!, null!, null!, NullLogger.Instance)
        {
            Continuations = Fake<IContinuations>.Of((_, _) => null),
            Ballots = null!,
            Directory = null!,
            Feed = this,
        };
        Value = new Persisted<AutomationState>(
            1, AutomationState.Initial(TournamentId.Classic) with
            {
                Enabled = true,
                Feed = feed,
                Prefix = "v5.2",
                NextOpening = _now.AddDays(30),
            }, 1, []);
        _actor = new AutomationActor("8", this, services);
    }

    public Persisted<AutomationState>? Value { get; private set; }

    public RoundView View { get; set; }

    /// <summary>What the round does with a target.</summary>
    public Func<RoundView, Outcome<RoundView>> Scores { get; set; } = view => view;

    public int Published { get; private set; }

    public List<string> Fetched { get; } = [];

    /// <summary>Null answers that the feed has it.</summary>
    public Func<string, Exception?> Failing { get; set; } = _ => null;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;

    public async Task<string[]> TickAsync() => [.. (await _actor.TickAsync()).Require()];

    public async Task<AutomationView> ViewAsync() => (await _actor.GetAsync()).Require();

    public Task WriteAsync(Persisted<AutomationState> next)
    {
        Value = next;
        return Task.CompletedTask;
    }

    public Task ReadAsync() => Task.CompletedTask;

    public Task<bool> FetchAsync(string location, string name, string path, long limit)
    {
        Fetched.Add(name);
        if (Failing(name) is { } fault)
        {
            throw fault;
        }

        File.WriteAllText(path, "id,target\n");
        return Task.FromResult(name.StartsWith("rounds/", StringComparison.Ordinal));
    }

    private Task<Outcome<RoundView>> AnswerAsync(string method, object?[] arguments)
    {
        if (method != nameof(IRound.PublishTargetAsync))
        {
            return Task.FromResult<Outcome<RoundView>>(View);
        }

        Published++;
        var answer = Scores(View);
        View = answer.Accepted ? answer.Value : View;
        return Task.FromResult(answer);
    }
}
