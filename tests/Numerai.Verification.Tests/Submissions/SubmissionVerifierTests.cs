using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Numerai.Local;
using Numerai.Local.Tests.Behaviour;
using Numerai.Tournament.Commitments;
using Numerai.Verification.Exports;
using Numerai.Verification.Submissions;
using Numerai.Verification.Tests.Behaviour;
using static Numerai.Local.Tests.Behaviour.TinyTournament;

namespace Numerai.Verification.Tests.Submissions;

/// <summary>What a participant's own check says of the file it submitted.</summary>
public sealed class SubmissionVerifierTests : IAsyncLifetime
{
    private static readonly TinyModel _good = Models.Single(model => model.Name == "ada_good");
    private ITournamentHost _host = null!;
    private PlayedTournament _played = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic);
        _played = new PlayedTournament(_host);
        await _played.PrepareAsync();
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Everybody_who_submitted_can_compute_it_again_to_the_wei()
    {
        await _played.RunAsync(1);
        var evidence = await EvidenceAsync();

        foreach (var model in Models)
        {
            var verification = SubmissionVerifier.Run(evidence(model), model.Id.ToString(), File(model));

            Assert.True(verification.Verified, string.Join('\n', verification.Checks));
            var scores = verification.Checks.Where(check => check.Subject is "corr" or "mmc").ToList();
            Assert.Equal(2, scores.Count);
            Assert.All(scores, check => Assert.True(check.Holds));
        }
    }

    [Fact]
    public async Task An_altered_file_is_told_from_the_one_that_was_selected()
    {
        await _played.RunAsync(1);
        var altered = Encoding.UTF8.GetBytes(Predictions(_good, 1).Replace(",0.5", ",0.4", StringComparison.Ordinal));

        var verification = SubmissionVerifier.Run((await EvidenceAsync())(_good), _good.Id.ToString(), altered);

        Assert.False(verification.Verified);
        Assert.Contains(verification.Checks, check => check.Subject == "submission file" && check.Holds == false);
        Assert.Contains(verification.Checks, check => check.Subject == "corr" && check.Holds == false);
    }

    [Fact]
    public async Task A_score_that_does_not_follow_from_the_file_is_seen()
    {
        await _played.RunAsync(1);
        var evidence = (await EvidenceAsync())(_good);
        var documents = evidence.Documents.ToDictionary();
        var target = (byte[])documents[CommitmentKinds.Target].Clone();
        target.AsSpan(0, 80).Clear();
        documents[CommitmentKinds.Target] = target;

        var verification = SubmissionVerifier.Run(evidence with { Documents = documents }, _good.Id.ToString(), File(_good));

        Assert.Equal(["target", "corr", "mmc"], verification.Checks.Where(check => check.Holds == false).Select(check => check.Subject));
    }

    [Fact]
    public async Task A_payout_that_the_ledger_lacks_is_seen()
    {
        await _played.RunAsync(1);
        var evidence = (await EvidenceAsync())(_good);

        var verification = SubmissionVerifier.Run(
            evidence with { Entries = [.. evidence.Entries.Where(entry => entry.Reason != "Payout")] }, _good.Id.ToString(), File(_good));

        Assert.Equal("ledger (wei)", Assert.Single(verification.Checks, check => check.Holds == false).Subject);
        Assert.True(Int128.Parse(verification.Paid, CultureInfo.InvariantCulture) > 0);
    }

    [Fact]
    public async Task A_round_that_is_not_settled_can_not_be_verified_yet()
    {
        await _played.OpenAsync(1);

        var refused = Assert.Throws<CheckRefusedException>(() => SubmissionVerifier.Run(EvidenceAsync().Result(_good), _good.Id.ToString(), File(_good)));

        Assert.Equal(CheckRefusedException.RoundNotSettled, refused.Code);
    }

    [Fact]
    public async Task A_model_without_a_submission_on_time_has_nothing_to_verify()
    {
        await _played.RunAsync(1);

        var refused = Assert.Throws<CheckRefusedException>(() =>
            SubmissionVerifier.Run(EvidenceAsync().Result(_good), Guid.Empty.ToString(), File(_good)));

        Assert.Equal(CheckRefusedException.SubmissionMissing, refused.Code);
    }

    private static byte[] File(TinyModel model) => Encoding.UTF8.GetBytes(Predictions(model, 1));

    private async Task<Func<TinyModel, RoundEvidence>> EvidenceAsync()
    {
        var source = new StoreExportSource(_host.Actors, _host.ReadModel, _host.Objects);
        var links = (await _host.ReadModel.CommitmentsAsync(Round(1))).Select(CommitmentLine.Of).ToImmutableArray();
        var settled = links.Any(link => link.Kind == CommitmentKinds.SettlementRoot);
        var documents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var link in RoundFiles.In(links))
        {
            documents.Add(link.Kind, await source.DocumentAsync(link, CancellationToken.None));
        }

        var leaves = settled ? Encoding.UTF8.GetString(await source.LeavesAsync("8/1", CancellationToken.None)) : string.Empty;
        var ledger = await _host.ReadModel.LedgerAsync(null, 10_000, 0);
        return model => new RoundEvidence(
            "8/1",
            links,
            documents,
            [.. leaves.Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            [.. ledger.Where(entry => entry.Chain == $"participant/{model.Account}").Select(LedgerLine.Of)]);
    }
}
