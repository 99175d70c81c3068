using System.Text;
using Numerai.Behaviour.Signals;
using Numerai.Local;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Rounds;
using Numerai.Verification.Submissions;
using static Numerai.Behaviour.Signals.TinySignals;

namespace Numerai.Verification.Tests.Submissions;

/// <summary>
/// What a Signals participant's own check says: everything that pays is computed again from neutralizers, weights, portfolio and meta
/// model.
/// </summary>
public sealed class SignalsVerifierTests : IAsyncLifetime
{
    private readonly TinyModel _steady = Models[0];
    private ITournamentHost _host = null!;
    private RoundEvidence _evidence = null!;

    /// <summary>
    /// Two rounds, so that the second has what churn is measured against; one model names its rows by another kind of id.
    /// </summary>
    public async ValueTask InitializeAsync()
    {
        _host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic);
        var signals = new TinySignals(_host);
        await signals.PrepareAsync();
        for (var number = 1; number <= 2; number++)
        {
            await _host.AdvanceToAsync(TinyTournament.Start.AddDays(number - 1));
            await signals.OpenAsync(number);
            foreach (var model in Models)
            {
                (await signals.SubmitAsync(model, File(model, number))).Require();
            }

            await _host.AdvanceToAsync((await _host.Actors.Round(Round(number)).GetAsync()).Require().Calendar.Closes);
            for (var day = 1; day <= Days; day++)
            {
                (await signals.PublishTargetAsync(number, day)).Require();
            }

            (await _host.Actors.FinishAsync(Round(number), round => round.ResolveAsync())).Require();
        }

        await _host.SettleAsync();
        _evidence = await PublishedEvidence.OfAsync(_host, Round(2), _steady.Account);
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Alpha_contribution_and_all_other_scores_come_out_the_same_to_the_last_digit()
    {
        foreach (var model in Models)
        {
            var evidence = await PublishedEvidence.OfAsync(_host, Round(2), model.Account);

            var verification = SubmissionVerifier.Run(evidence, model.Id.ToString(), Encoding.UTF8.GetBytes(File(model, 2)));

            Assert.True(verification.Verified, string.Join('\n', verification.Checks));
            Assert.Equal(
                ["alpha", "corr_v4", "cwmm", "fnc_v4", "ic_v2", "mmc", "mpc", "ric"],
                verification.Checks.Where(check => check.Code == VerificationCodes.ScoreWrong && check.Holds == true)
                    .Select(check => check.Subject));
        }
    }

    [Fact]
    public void The_portfolio_is_committed_to_between_the_days_target_and_its_scores()
    {
        var daily = _evidence.Commitments.Where(link => link.Day is not null).Select(link => $"{link.Kind} {link.Day}");

        Assert.Equal(["target 1", "portfolio 1", "scores 1", "target 2", "portfolio 2", "scores 2"], daily);
    }

    [Theory]
    [InlineData(CommitmentKinds.Neutralizers, "alpha", "mpc")]
    [InlineData(CommitmentKinds.SampleWeights, "alpha", "mpc")]
    [InlineData(CommitmentKinds.Portfolio, "mpc")]
    [InlineData(CommitmentKinds.NaiveMetaModel, "cwmm", "mmc")]
    public void An_altered_input_is_named_with_the_scores_that_it_changes(string kind, params string[] scores)
    {
        var documents = _evidence.Documents.ToDictionary();
        documents[kind] = [.. documents[kind]];
        documents[kind].AsSpan(0, 80).Clear();

        var verification = SubmissionVerifier.Run(
            _evidence with { Documents = documents }, _steady.Id.ToString(), Encoding.UTF8.GetBytes(File(_steady, 2)));

        Assert.Equal([kind, .. scores], verification.Checks.Where(check => check.Holds == false).Select(check => check.Subject));
        Assert.Equal(VerificationCodes.DocumentAltered, verification.FirstOff!.Code);
    }

    [Theory]
    [InlineData(CommitmentKinds.Neutralizers)]
    [InlineData(CommitmentKinds.Portfolio)]
    public void What_a_paying_score_needs_is_not_taken_on_trust(string kind)
    {
        var documents = _evidence.Documents.Where(document => document.Key != kind).ToDictionary();

        var refused = Assert.Throws<CheckRefusedException>(() => SubmissionVerifier.Run(
            _evidence with { Documents = documents }, _steady.Id.ToString(), Encoding.UTF8.GetBytes(File(_steady, 2))));

        Assert.Equal(CheckRefusedException.DocumentMissing, refused.Code);
        Assert.Contains(_evidence.Commitments.Last(link => link.Kind == kind).Sha256, refused.Message, StringComparison.Ordinal);
    }

    private static string File(TinyModel model, int number) => model.Owner == "bob"
        ? Csv("sedol,signal", Signal(model, number), Sedol)
        : Csv("numerai_ticker,signal", Signal(model, number), Ticker);
}
