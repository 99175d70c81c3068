using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Scoring.Ranking;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Settings;
using Numerai.Tournament.Rounds.Submissions;
using static Numerai.Behaviour.TinyTournament;
using PortfolioWeight = Numerai.Tournament.Accounts.PortfolioWeight;

namespace Numerai.Behaviour;

/// <summary>
/// Plays commands against a host and keeps the one number that a model of all of it needs: how much NMR there is. Every command can be
/// repeated; <paramref name="repeat"/> does so until it is answered, and <paramref name="checkpointed"/> is told of each checkpoint.
/// </summary>
public sealed class RandomHistory(ITournamentHost host, Func<Func<Task>, Task> repeat, Func<Task>? checkpointed = null)
{
    public const int Kinds = 14;

    /// <summary>The kind of command that opens a round, where none is open.</summary>
    public const int Open = 5;

    /// <summary>The kind of command that makes a checkpoint.</summary>
    public const int Checkpoint = 9;

    private const int MostRounds = 3;
    private static readonly string[] _owners = [.. Models.Select(model => model.Owner).Distinct()];
    private readonly TinyTournament _tournament = new(host);
    private readonly List<int> _inFlight = [];
    private Nmr _issued;
    private int _opened;
    private int _number;

    /// <summary>Prepares, plays all commands, and brings every round to its end.</summary>
    public async Task RunAsync(IEnumerable<HistoryCommand> commands)
    {
        await repeat(_tournament.PrepareAsync);
        _issued = Nmr.FromNmr(1000 + (500 * _owners.Length));
        foreach (var command in commands)
        {
            _number++;
            await PlayAsync(command);
        }

        while (_inFlight.Count > 0)
        {
            await AdvanceAsync(_inFlight[0]);
        }

        await repeat(host.SettleAsync);
    }

    /// <summary>Nothing was made or lost, and what actors hold is what the ledger says.</summary>
    public async Task AssertConservedAsync()
    {
        var report = await new ConservationCheck(host.Actors, host.ReadModel).RunAsync();
        Assert.True(report.Holds, $"{report}");
        Assert.Equal(_issued, report.Issued);
    }

    private async Task PlayAsync(HistoryCommand command)
    {
        var amount = new Nmr((Int128)command.Size * 10_000_000_000_000_000);
        var account = host.Actors.Participant(NamedUuid.Account(_owners[command.Who % _owners.Length]));
        switch (command.Kind % Kinds)
        {
            case 0:
                _issued += await DoneAsync(() => account.DepositAsync(new Deposit($"in {_number}", amount))) ? amount : Nmr.Zero;
                break;
            case 1:
                var limits = TournamentDefaults.Of(TournamentId.Classic).Accounts;
                _issued -= await DoneAsync(() => account.WithdrawAsync(new Withdraw($"out {_number}", amount, limits))) ? amount : Nmr.Zero;
                break;
            case 2 or 3 or 4:
                var model = Models[command.Who % Models.Length];
                var change = new ChangeStake($"{model.Name} {_number}", model.Id, (StakeChangeType)((command.Kind % Kinds) - 2), amount);
                await DoneAsync(() => host.Actors.Participant(model.Account).ChangeStakeAsync(change));
                break;
            case Open when _inFlight.Count < MostRounds && !await AnyOpenAsync():
                await OpenAsync();
                break;
            case 8 when _inFlight.Count > 0 && command.Size % 5 == 0:
                var cancelled = _inFlight[command.Who % _inFlight.Count];
                await DoneAsync(() => host.Actors.FinishAsync(Round(cancelled), round => round.CancelAsync("The data were wrong.")));
                _inFlight.Remove(cancelled);
                break;
            case Checkpoint:
                await repeat(async () => (await host.Actors.LedgerCheckpoints().CheckpointAsync(TimeSpan.Zero)).Require());
                await (checkpointed?.Invoke() ?? Task.CompletedTask);
                break;
            case 10:
                var hold = new PlaceHold($"hold {command.Who % 8}", command.Size % 4 == 0 ? null : amount, "Dispute", null);
                await DoneAsync(() => account.PlaceHoldAsync(hold));
                break;
            case 11:
                await DoneAsync(() => account.ReleaseHoldAsync($"hold {command.Who % 8}"));
                break;
            case 12:
                var (from, to) = command.Who % 2 == 0 ? (Models[0], Models[1]) : (Models[1], Models[0]);
                var move = new ChangeStake($"{from.Name} {_number}", from.Id, StakeChangeType.Move, amount)
                {
                    To = to.Id,
                    Rules = new StakeSettings(true),
                };
                await DoneAsync(() => host.Actors.Participant(from.Account).ChangeStakeAsync(move));
                break;
            case 13:
                var portfolio = new ChangePortfolio(
                    $"portfolio {_number}", TournamentId.Classic, (PortfolioChangeType)(command.Size % 4), amount, Weights(command))
                {
                    Rules = new StakeSettings(Portfolios: true),
                };
                await DoneAsync(() => host.Actors.Participant(Models[2].Account).ChangePortfolioAsync(portfolio));
                break;
            case var _ when _inFlight.Count > 0:
                await AdvanceAsync(_inFlight[command.Who % _inFlight.Count]);
                break;
            default:
                break;
        }
    }

    /// <summary>Of both models of an owner, of one of them, or of none.</summary>
    private static ImmutableArray<PortfolioWeight> Weights(HistoryCommand command) =>
        [
            .. Models.Skip(2).Take(command.Who % 7 == 0 ? command.Size % 2 : 2)
                .Select((model, index) => new PortfolioWeight(model.Id, 1 + ((command.Size + index) % 3)))];

    private async Task OpenAsync()
    {
        var number = ++_opened;
        await repeat(() => _tournament.OpenAsync(number));
        foreach (var model in Models)
        {
            await repeat(() => SubmitAsync(model, number));
        }

        _inFlight.Add(number);
    }

    /// <summary>Closes, scores a day, or resolves.</summary>
    private async Task AdvanceAsync(int number)
    {
        var view = await ViewAsync(number);
        if (view.Phase == RoundPhase.Open)
        {
            await repeat(async () => (await host.Actors.FinishAsync(Round(number), round => round.CloseAsync(early: true))).Require());
        }
        else if (view.ScoredDay < Days)
        {
            await repeat(async () => (await _tournament.PublishTargetAsync(number, view.ScoredDay + 1)).Require());
        }
        else
        {
            await repeat(async () => (await host.Actors.FinishAsync(Round(number), round => round.ResolveAsync())).Require());
            _inFlight.Remove(number);
        }
    }

    private async Task<bool> AnyOpenAsync() =>
        _inFlight.Count > 0 && (await ViewAsync(_inFlight[^1])).Phase == RoundPhase.Open;

    private async Task<RoundView> ViewAsync(int number)
    {
        RoundView view = null!;
        await repeat(async () => view = (await host.Actors.Round(Round(number)).GetAsync()).Require());
        return view;
    }

    private async Task<bool> DoneAsync<T>(Func<Task<Outcome<T>>> command)
    {
        var done = false;
        await repeat(async () => done = (await command()).Accepted);
        return done;
    }

    /// <summary>Named by model and round, so that a repeated one is the same.</summary>
    private async Task SubmitAsync(TinyModel model, int number)
    {
        var view = (await host.Actors.Round(Round(number)).GetAsync()).Require();
        var id = NamedUuid.Submission(model.Id, $"round {number}");
        var codes = new ushort[Rows];
        var rows = Predictions(model, number).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .OrderBy(row => row[0], StringComparer.Ordinal).Select(row => double.Parse(row[1])).ToArray();
        RankCodes.TieKept(rows, codes, new RankWorkspace());
        var record = new SubmissionRecord(
            id, TournamentId.Classic, view.Id, model.Id, model.Account, $"{id}.csv", new string('b', 64), view.Universe.Sha256,
            SubmissionStatus.OnTime,
            false, Rows, 0, host.Time.GetUtcNow());
        var accepted = await host.Submissions.AcceptAsync(record, codes);
        (await host.Actors.Model(model.Id).SubmittedAsync(new LatestSubmission(id, accepted.Round, accepted.Received))).Require();
    }
}
