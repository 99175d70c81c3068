using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Numerai.Contracts;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Rounds.Submissions;
using Numerai.Tournament.Treasury;

namespace Numerai.Behaviour;

/// <summary>
/// A tournament of fifty ids, five models of three owners and two scoring days. Every command can be repeated, so a caller that was
/// answered with a fault gives it again.
/// </summary>
public sealed class TinyTournament(ITournamentHost host)
{
    public const int Rows = 50;
    public const int Days = 2;

    public static DateTimeOffset Start { get; } = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);

    public static ImmutableArray<TinyModel> Models { get; } =
    [
        new("ada", "ada_good", 0.9, 100),
        new("ada", "ada_bad", -0.6, 50),
        new("bob", "bob_fair", 0.6, 200),
        new("bob", "bob_unstaked", 0.3, 0),
        new("cyd", "cyd_noise", 0, 30),
    ];

    public static RoundId Round(int number) => new(TournamentId.Classic, number);

    /// <summary>Money, accounts, models, stakes and settings.</summary>
    public async Task PrepareAsync()
    {
        (await host.Actors.Treasury().MintAsync(new Mint("genesis", Nmr.FromNmr(1000)))).Require();
        foreach (var owner in Models.Select(model => model.Owner).Distinct())
        {
            var participant = host.Actors.Participant(NamedUuid.Account(owner));
            var key = new AddApiKey($"{owner.ToUpperInvariant()}KEY".PadRight(32, 'A'), new string('0', 64), "first", ["read"]);
            (await participant.RegisterAsync(new RegisterAccount(owner, key))).Require();
            (await participant.DepositAsync(new Deposit("first", Nmr.FromNmr(500)))).Require();
        }

        var settings = await SettingsAsync();
        foreach (var model in Models)
        {
            var participant = host.Actors.Participant(model.Account);
            (await participant.CreateModelAsync(new CreateModel(TournamentId.Classic, model.Name, settings.Accounts))).Require();
            if (model.Stake > 0)
            {
                (await participant.ChangeStakeAsync(Increase(model, "stake", model.Stake))).Require();
            }
        }
    }

    public static ChangeStake Increase(TinyModel model, string command, long amount) =>
        new($"{model.Name}/{command}", model.Id, StakeChangeType.Increase, Nmr.FromNmr(amount));

    /// <summary>Publishes live data and opens a round on them, now.</summary>
    public async Task<RoundView> OpenAsync(int number)
    {
        var name = $"v5.2/live_{number}.parquet";
        await PublishLiveAsync(name, number);
        return (await host.Actors.OpenRoundAsync(TournamentId.Classic,
            new OpenNextRound(number, null, null, name, null, number == 1 ? null : IdMap(number)))).Require();
    }

    /// <summary>Submits a file over the whole way that participants' files take.</summary>
    public async Task<Outcome<SubmissionRecord>> SubmitAsync(
        TinyModel model, int round, int? lateFor = null, string? csv = null, SubmissionService? through = null)
    {
        var service = through ?? new SubmissionService(host.Actors, host.Uploads, host.Submissions, host.Objects, host.Time);
        var ticket = await service.BeginAsync(model.Account, model.Id, $"{model.Name}.csv");
        if (!ticket.Accepted)
        {
            return ticket.Refusal;
        }

        var body = new MemoryStream(Encoding.UTF8.GetBytes(csv ?? Predictions(model, round)));
        await host.Uploads.ReceiveAsync(ticket.Value.Filename, body, host.Time.GetUtcNow(), CancellationToken.None);
        return await service.CreateAsync(model.Account, model.Id, ticket.Value.Filename, lateFor);
    }

    /// <summary>Publishes the target of one day.</summary>
    public async Task<Outcome<RoundView>> PublishTargetAsync(int round, int day, bool early = true)
    {
        var target = await host.Objects.PutAsync($"incoming/{round}/day-{day}.csv", Encoding.UTF8.GetBytes(Target(round, day)));
        return await host.Actors.FinishAsync(Round(round), round => round.PublishTargetAsync(new PublishTarget(day, target, early)));
    }

    public async Task<TournamentSettings> SettingsAsync()
    {
        var schedule = host.Actors.Schedule(TournamentId.Classic);
        var settings = (await schedule.GetAsync()).Require().Settings;
        if (settings.Version > 1)
        {
            return settings;
        }

        return (await schedule.ChangeSettingsAsync(settings with
        {
            Version = 2,
            Scoring = new ScoringSettings(Days, 2),
            Payout = settings.Payout with { StakeThreshold = Nmr.FromNmr(300) },
        })).Require();
    }

    public static string Id(int round, int row) => $"n{NamedUuid.Create($"{round}/{row}"):N}"[..17];

    /// <summary>Ids of a round in terms of the round before.</summary>
    public static string IdMap(int round) => "previous_id,id\n"
        + string.Concat(Enumerable.Range(0, Rows).Select(row => $"{Id(round - 1, row)},{Id(round, row)}\n"));

    /// <summary>The file a model submits: its share of the target and noise of its own.</summary>
    public static string Predictions(TinyModel model, int round)
    {
        var noise = Draws($"{model.Name}/{round}");
        var truth = Truth(round);
        return "id,prediction\n" + string.Concat(Enumerable.Range(0, Rows).Select(row =>
        {
            var value = (model.Skill * truth[row]) + ((1 - Math.Abs(model.Skill)) * noise[row]);
            return $"{Id(round, row)},{(0.5 + (0.45 * value)).ToString("F9", CultureInfo.InvariantCulture)}\n";
        }));
    }

    /// <summary>The target in five bins.</summary>
    public static string Target(int round, int day)
    {
        var truth = Truth(round);
        var noise = Draws($"day {day}/{round}");
        return "id,target\n" + string.Concat(Enumerable.Range(0, Rows).Select(row =>
        {
            var bin = Math.Round(2 + (2 * Math.Clamp(truth[row] + (0.2 * noise[row]), -1, 1)));
            return $"{Id(round, row)},{(bin / 4).ToString(CultureInfo.InvariantCulture)}\n";
        }));
    }

    private static double[] Truth(int round) => Draws($"truth/{round}");

    /// <summary>Numbers in -1..1 that a name stands for.</summary>
    private static double[] Draws(string name)
    {
        var random = new Random(BitConverter.ToInt32(NamedUuid.Create(name).ToByteArray()));
        return [.. Enumerable.Range(0, Rows).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    private async Task PublishLiveAsync(string name, int round)
    {
        using var content = new MemoryStream(Live(round));
        await host.Datasets.PublishAsync(name, content, host.Time.GetUtcNow(), CancellationToken.None);
    }

    /// <summary>A round's live file.</summary>
    public static byte[] Live(int round)
    {
        var ids = new TableColumn<string>("id", [.. Enumerable.Range(0, Rows).Select(row => Id(round, row))]);
        var features = Enumerable.Range(0, 3).Select(feature => new TableColumn<sbyte>(
            $"feature_{feature}", [.. Draws($"feature {feature}/{round}").Select(value => (sbyte)Math.Floor((value + 1) * 2.499))]));
        using var content = new MemoryStream();
        ParquetFile.Write(content, new Table([ids, .. features]));
        return content.ToArray();
    }
}
