using System.Text;
using Numerai.Behaviour.Signals;
using Numerai.Contracts;
using Numerai.Local;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Rounds;
using Numerai.Verification.Submissions;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Verification.Tests.Submissions;

/// <summary>
/// What was made on the ids of the round before is computed again with what carried it over; and the whole field with all files.
/// </summary>
public sealed class CarriedOverVerifierTests : IAsyncLifetime
{
    private static readonly TinyModel _queued = Models.Single(model => model.Name == "ada_good");
    private static readonly TinyModel _delayed = Models.Single(model => model.Name == "bob_fair");
    private static readonly string[] _scores = ["corr", "cwmm", "fnc", "mmc"];
    private ITournamentHost _host = null!;
    private PlayedTournament _played = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic);
        _played = new PlayedTournament(_host);
        await _played.PrepareAsync();
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("ada_good")]
    [InlineData("bob_fair")]
    public async Task With_the_map_that_the_round_committed_to_carried_over_scores_come_out_the_same(string name)
    {
        await RunCarriedAsync();
        var model = Models.Single(model => model.Name == name);
        var evidence = await EvidenceAsync(model) with { IdMap = Encoding.UTF8.GetBytes(IdMap(2)) };

        var verification = SubmissionVerifier.Run(evidence, model.Id.ToString(), File(model, 1));

        Assert.True(verification.Verified, string.Join('\n', verification.Checks));
        Assert.Equal(_scores, Subjects(verification, true).Intersect(_scores));
        Assert.Contains("live_data of 8/1", Subjects(verification, true));
    }

    [Theory]
    [InlineData("ada_good")]
    [InlineData("bob_fair")]
    public async Task Without_the_map_it_says_that_only_the_map_is_lacking_and_which_one(string name)
    {
        await RunCarriedAsync();
        var model = Models.Single(model => model.Name == name);
        var evidence = await EvidenceAsync(model);
        var map = evidence.Commitments.Single(link => link.Kind == CommitmentKinds.IdMap).Sha256;

        var verification = SubmissionVerifier.Run(evidence, model.Id.ToString(), File(model, 1));

        Assert.True(verification.Verified, string.Join('\n', verification.Checks));
        var taken = verification.Checks.Where(check => check.Holds is null && _scores.Contains(check.Subject)).ToList();
        Assert.Equal(_scores, taken.Select(check => check.Subject));
        Assert.All(taken, check => Assert.Contains(map, check.Note, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_map_is_not_believed()
    {
        await RunCarriedAsync();
        var evidence = await EvidenceAsync(_queued) with { IdMap = Encoding.UTF8.GetBytes(IdMap(2) + "a,b\n") };

        var verification = SubmissionVerifier.Run(evidence, _queued.Id.ToString(), File(_queued, 1));

        var corr = verification.Checks.Single(check => check.Subject == "corr");
        Assert.Null(corr.Holds);
        Assert.Contains("the map that was given hashes to", corr.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Altered_live_data_of_the_round_before_are_named()
    {
        await RunCarriedAsync();
        var evidence = await EvidenceAsync(_queued) with { IdMap = Encoding.UTF8.GetBytes(IdMap(2)) };
        var documents = evidence.Before!.Documents.ToDictionary();
        documents[CommitmentKinds.LiveData] = Live(3);

        var verification = SubmissionVerifier.Run(
            evidence with { Before = evidence.Before with { Documents = documents } }, _queued.Id.ToString(), File(_queued, 1));

        Assert.Equal((VerificationCodes.DocumentAltered, "live_data of 8/1"), (verification.FirstOff!.Code, verification.FirstOff.Subject));
    }

    [Fact]
    public async Task Where_securities_keep_their_ids_carried_over_scores_need_no_map()
    {
        await using var host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic);
        var signals = new TinySignals(host);
        await signals.PrepareAsync();
        var model = TinySignals.Models[0];
        var file = TinySignals.Csv("numerai_ticker,signal", TinySignals.Signal(model, 1), TinySignals.Ticker);
        for (var number = 1; number <= 2; number++)
        {
            await host.AdvanceToAsync(Start.AddDays(number - 1));
            await signals.OpenAsync(number);
            foreach (var other in TinySignals.Models.Skip(number == 1 ? 0 : 1))
            {
                (await signals.SubmitAsync(other,
                    TinySignals.Csv("numerai_ticker,signal", TinySignals.Signal(other, number), TinySignals.Ticker))).Require();
            }

            await host.AdvanceToAsync((await host.Actors.Round(TinySignals.Round(number)).GetAsync()).Require().Calendar.Closes);
            if (number == 1)
            {
                (await signals.SubmitAsync(model, file)).Require();
                continue;
            }

            for (var day = 1; day <= TinySignals.Days; day++)
            {
                (await signals.PublishTargetAsync(number, day)).Require();
            }

            (await host.Actors.FinishAsync(TinySignals.Round(number), round => round.ResolveAsync())).Require();
        }

        await host.SettleAsync();
        var evidence = await PublishedEvidence.OfAsync(host, TinySignals.Round(2), model.Account);

        var verification = SubmissionVerifier.Run(evidence, model.Id.ToString(), Encoding.UTF8.GetBytes(file));

        Assert.True(verification.Verified, string.Join('\n', verification.Checks));
        Assert.Contains("alpha", Subjects(verification, true));
        Assert.Contains("live_data of 11/1", Subjects(verification, true));
    }

    [Fact]
    public async Task Likeness_to_the_field_is_computed_from_everybodys_files_and_else_says_whose_are_lacking()
    {
        var settings = (await _host.Actors.Schedule(TournamentId.Classic).GetAsync()).Require().Settings;
        (await _host.Actors.Schedule(TournamentId.Classic).ChangeSettingsAsync(
            settings with { Version = settings.Version + 1, Scoring = settings.Scoring with { PairwiseCorrelations = true } })).Require();
        await _played.RunAsync(1);
        var evidence = await PublishedEvidence.OfAsync(_host, Round(1), _queued.Account);
        var files = Models.Select(model => File(model, 1)).ToList();

        var alone = SubmissionVerifier.Run(evidence, _queued.Id.ToString(), File(_queued, 1));
        var some = SubmissionVerifier.Run(evidence.WithFiles(files.Skip(1)), _queued.Id.ToString(), File(_queued, 1));
        var one = SubmissionVerifier.Run(evidence.WithFiles(files.Take(2)), _queued.Id.ToString(), File(_queued, 1));

        Assert.Equal(["apcwnm", "mcwnm"], Subjects(alone, null).Where(subject => subject.EndsWith("cwnm", StringComparison.Ordinal)));
        Assert.All(
            alone.Checks.Where(check => check.Subject is "mcwnm" or "apcwnm"),
            check =>
                Assert.Contains(
                    "with the 4 others of the round, whose predictions are their owners' and not public",
                    check.Note,
                    StringComparison.Ordinal));
        Assert.All(
            one.Checks.Where(check => check.Subject is "mcwnm" or "apcwnm"), check =>
                Assert.Contains("--files has 1 of them", check.Note, StringComparison.Ordinal));
        Assert.True(some.Verified, string.Join('\n', some.Checks));
        Assert.Equal(["apcwnm", "mcwnm"], Subjects(some, true).Where(subject => subject.EndsWith("cwnm", StringComparison.Ordinal)));
    }

    /// <summary>
    /// Round 2 with a submission that was queued since round 1 closed, and one that came on the ids of round 1 while round 2 was open.
    /// </summary>
    private async Task RunCarriedAsync()
    {
        var tournament = new TinyTournament(_host);
        await _played.OpenAsync(1);
        await _played.CloseAsync(1);
        (await tournament.SubmitAsync(_queued, 1)).Require();
        await tournament.OpenAsync(2);
        foreach (var model in Models.Except([_queued, _delayed]))
        {
            (await tournament.SubmitAsync(model, 2)).Require();
        }

        (await tournament.SubmitAsync(_delayed, 2, csv: Predictions(_delayed, 1))).Require();
        await _played.CloseAsync(2);
        await _played.ScoreAsync(1);
        await _played.ResolveAsync(1);
        await _played.ScoreAsync(2);
        await _played.ResolveAsync(2);
    }

    private Task<RoundEvidence> EvidenceAsync(TinyModel model) => PublishedEvidence.OfAsync(_host, Round(2), model.Account);

    private static IEnumerable<string> Subjects(SubmissionVerification verification, bool? holds) =>
        verification.Checks.Where(check => check.Holds == holds).Select(check => check.Subject);

    private static byte[] File(TinyModel model, int round) => Encoding.UTF8.GetBytes(Predictions(model, round));
}
