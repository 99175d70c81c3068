using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Numerai.Local;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Verification.Exports;
using Numerai.Verification.Submissions;
using static Numerai.Behaviour.TinyTournament;

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

        foreach (var model in Models)
        {
            var verification = SubmissionVerifier.Run(await EvidenceAsync(model), model.Id.ToString(), File(model));

            Assert.True(verification.Verified, string.Join('\n', verification.Checks));
            var scores = verification.Checks.Where(check => check.Subject is "corr" or "mmc" or "fnc" or "cwmm").ToList();
            Assert.Equal(4, scores.Count);
            Assert.All(scores, check => Assert.True(check.Holds));
            Assert.All(scores, check => Assert.Equal(check.Published, check.Computed));
            Assert.True(Assert.Single(verification.Checks, check => check.Subject == "live ids").Holds);
            Assert.True(Assert.Single(verification.Checks, check => check.Subject == "percentiles").Holds);
        }
    }

    [Fact]
    public async Task An_altered_file_is_told_from_the_one_that_was_selected()
    {
        await _played.RunAsync(1);
        var altered = Encoding.UTF8.GetBytes(Predictions(_good, 1).Replace(",0.5", ",0.4", StringComparison.Ordinal));

        var verification = SubmissionVerifier.Run(await EvidenceAsync(_good), _good.Id.ToString(), altered);

        Assert.False(verification.Verified);
        Assert.Contains(verification.Checks, check => check.Subject == "submission file" && check.Holds == false);
        Assert.Contains(verification.Checks, check => check.Subject == "corr" && check.Holds == false);
    }

    [Fact]
    public async Task Settings_of_a_tournament_that_there_is_none_of_are_told_in_a_sentence_and_nothing_is_computed()
    {
        await _played.RunAsync(1);
        var evidence = await EvidenceAsync(_good);
        var documents = evidence.Documents.ToDictionary();
        var settings = JsonNode.Parse(documents[CommitmentKinds.Settings])!;
        settings["tournament"] = 9;
        documents[CommitmentKinds.Settings] = Encoding.UTF8.GetBytes(settings.ToJsonString());

        var verification = SubmissionVerifier.Run(evidence with { Documents = documents }, _good.Id.ToString(), File(_good));

        Assert.False(verification.Verified);
        var told = Assert.Single(verification.Checks, check => check is { Subject: "tournament", Holds: false });
        Assert.Contains("There is no tournament 9", told.Note, StringComparison.Ordinal);
        Assert.All(verification.Checks, check => Assert.DoesNotContain("Parameter", check.Note, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_score_that_does_not_follow_from_the_file_is_seen()
    {
        await _played.RunAsync(1);
        var evidence = await EvidenceAsync(_good);
        var documents = evidence.Documents.ToDictionary();
        var target = (byte[])documents[CommitmentKinds.Target].Clone();
        target.AsSpan(0, 80).Clear();
        documents[CommitmentKinds.Target] = target;

        var verification = SubmissionVerifier.Run(evidence with { Documents = documents }, _good.Id.ToString(), File(_good));

        Assert.Equal(
            ["target", "corr", "fnc", "mmc"], verification.Checks.Where(check => check.Holds == false).Select(check => check.Subject));
        Assert.Equal(VerificationCodes.DocumentAltered, verification.FirstOff!.Code);
    }

    [Theory]
    [InlineData(CommitmentKinds.LiveData)]
    [InlineData(CommitmentKinds.MetaModel)]
    [InlineData(CommitmentKinds.Settings)]
    [InlineData(CommitmentKinds.Submissions)]
    [InlineData(CommitmentKinds.Scores)]
    [InlineData(CommitmentKinds.Universe)]
    public async Task A_document_that_breaks_off_is_named_with_the_hash_that_is_off(string kind)
    {
        await _played.RunAsync(1);
        var evidence = await EvidenceAsync(_good);
        var committed = evidence.Commitments.Last(link => link.Kind == kind).Sha256;
        var documents = evidence.Documents.ToDictionary();
        documents[kind] = documents[kind][..^9];

        string told;
        try
        {
            var off = SubmissionVerifier.Run(evidence with { Documents = documents }, _good.Id.ToString(), File(_good)).FirstOff!;
            told = $"{off.Code} {off.Subject} {off.Published}";
        }
        catch (CheckRefusedException refused)
        {
            told = $"{refused.Code} {refused.Message}";
        }

        Assert.StartsWith(VerificationCodes.DocumentAltered, told, StringComparison.Ordinal);
        Assert.Contains(kind, told, StringComparison.Ordinal);
        Assert.Contains(committed, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CommitmentKinds.MetaModel)]
    [InlineData(CommitmentKinds.Target)]
    public async Task A_document_that_is_missing_is_refused(string kind)
    {
        await _played.RunAsync(1);
        var evidence = await EvidenceAsync(_good);
        var documents = evidence.Documents.Where(document => document.Key != kind).ToDictionary();

        var refused = Assert.Throws<CheckRefusedException>(
            () => SubmissionVerifier.Run(evidence with { Documents = documents }, _good.Id.ToString(), File(_good)));

        Assert.Equal(CheckRefusedException.DocumentMissing, refused.Code);
        Assert.Contains($"'{kind}'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_score_that_the_table_leaves_out_is_seen()
    {
        await _played.RunAsync(1);
        var evidence = await EvidenceAsync(_good);
        var documents = evidence.Documents.ToDictionary();
        var table = StoredJson.Read<ScoreTable>(documents[CommitmentKinds.Scores]);
        documents[CommitmentKinds.Scores] = StoredJson.Write(table with
        {
            Models = [.. table.Models.Select(model => model with { Scores = model.Scores.Remove("mmc") })],
        });

        var verification = SubmissionVerifier.Run(evidence with { Documents = documents }, _good.Id.ToString(), File(_good));

        var left = Assert.Single(verification.Checks, check => check.Subject == "mmc");
        Assert.Equal((false, "(none)"), (left.Holds, left.Published));
    }

    [Fact]
    public async Task An_export_with_inputs_is_enough_to_verify_from()
    {
        await _played.RunAsync(1);
        await _played.CheckpointAsync();
        var folder = Directory.CreateTempSubdirectory("numerai-offline-");
        var source = new StoreExportSource(_host.Actors, _host.ReadModel, _host.Objects, _host.Datasets);
        await new ExportWriter(source, folder.FullName, inputs: true).WriteAsync(TestContext.Current.CancellationToken);

        var offline = SubmissionVerifier.Run(
            ExportEvidence.Read(folder.FullName, "8/1", _good.Id.ToString()), _good.Id.ToString(), File(_good));
        var unknown = Assert.Throws<CheckRefusedException>(() => ExportEvidence.Read(folder.FullName, "8/7", _good.Id.ToString()));
        folder.Delete(recursive: true);

        Assert.Equal(SubmissionVerifier.Run(await EvidenceAsync(_good), _good.Id.ToString(), File(_good)).Checks, offline.Checks);
        Assert.Equal(CheckRefusedException.RoundNotFound, unknown.Code);
    }

    [Fact]
    public async Task A_payout_that_the_ledger_lacks_is_seen()
    {
        await _played.RunAsync(1);
        var evidence = await EvidenceAsync(_good);

        var verification = SubmissionVerifier.Run(
            evidence with { Entries = [.. evidence.Entries.Where(entry => entry.Reason != "Payout")] }, _good.Id.ToString(), File(_good));

        Assert.Equal("ledger (wei)", Assert.Single(verification.Checks, check => check.Holds == false).Subject);
        Assert.True(Int128.Parse(verification.Paid, CultureInfo.InvariantCulture) > 0);
    }

    [Fact]
    public async Task A_round_that_is_not_settled_can_not_be_verified_yet()
    {
        await _played.OpenAsync(1);

        var refused = Assert.Throws<CheckRefusedException>(
            () => SubmissionVerifier.Run(EvidenceAsync(_good).Result, _good.Id.ToString(), File(_good)));

        Assert.Equal(CheckRefusedException.RoundNotSettled, refused.Code);
    }

    [Fact]
    public async Task A_model_without_a_submission_on_time_has_nothing_to_verify()
    {
        await _played.RunAsync(1);

        var refused = Assert.Throws<CheckRefusedException>(() =>
            SubmissionVerifier.Run(EvidenceAsync(_good).Result, Guid.Empty.ToString(), File(_good)));

        Assert.Equal(CheckRefusedException.SubmissionMissing, refused.Code);
    }

    private static byte[] File(TinyModel model) => Encoding.UTF8.GetBytes(Predictions(model, 1));

    private Task<RoundEvidence> EvidenceAsync(TinyModel model) => PublishedEvidence.OfAsync(_host, Round(1), model.Account);
}
