using System.Net;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.BadInput;

/// <summary>Files that are refused: each with its code, the earlier valid submission stays, the server goes on.</summary>
public sealed class BadPredictionsTests(BadPredictionsTests.OpenRound open) : IClassFixture<BadPredictionsTests.OpenRound>
{
    public static TheoryData<string> Cases => [.. BadPredictions.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_bad_file_is_refused_and_changes_nothing(string name)
    {
        var (code, content) = BadPredictions.All[name];

        await PlatformState.UnchangedAsync(
            open.Server,
            () => Refused.WithAsync(
                code, HttpStatusCode.UnprocessableEntity, () => open.Participant.SubmitAsync(open.Model, content(), "predictions.csv")),
            open.Participant);

        var kept = await open.Participant.Client.Submissions.ListAsync(open.Model);
        Assert.Equal([(open.Valid.Id, SubmissionStatus.OnTime)], kept.Items.Select(submission => (submission.Id, submission.Status)));
    }

    [Fact]
    public Task An_empty_file_is_refused_before_it_becomes_an_upload() => PlatformState.UnchangedAsync(
        open.Server,
        () => Refused.WithAsync("upload_missing", HttpStatusCode.Conflict, () => open.Participant.SubmitAsync(open.Model, [], "empty.csv")),
        open.Participant);

    /// <summary>One server with an open round and a participant who has a valid submission in it.</summary>
    public sealed class OpenRound : IAsyncLifetime
    {
        public TestServer Server { get; } = new();

        public TestParticipant Participant { get; private set; } = null!;

        public string Model { get; private set; } = string.Empty;

        public Submission Valid { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await Server.InitializeAsync();
            await Server.OpenRoundAsync();
            Participant = await Server.RegisterAsync("uploader");
            Model = (await Participant.Client.Models.CreateAsync(TestServer.NewName("model"))).Name;
            Valid = await Participant.SubmitAsync(Model, LiveFiles.Predictions());
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
