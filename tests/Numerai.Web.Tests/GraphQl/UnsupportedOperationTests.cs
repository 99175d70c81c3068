using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.GraphQl;

/// <summary>Operations of participants' clients that this platform has nothing for.</summary>
public sealed class UnsupportedOperationTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("query { computePickleDockerImages { id name image tag default } }")]
    [InlineData("query { v3StakeConfig { address owner paused } }")]
    [InlineData("query { latestNmrPrice { priceUsd } }")]
    [InlineData("mutation { setUserBio(value: \"x\", modelId: \"y\") }")]
    [InlineData("mutation { setSubmissionWebhook(modelId: \"y\", newSubmissionWebhook: null) }")]
    [InlineData("query { pipelineStatus(date: \"2026-01-06\", tournament: \"classic\") { scoredAt } }")]
    [InlineData("query { submissionDownloadAuth(id: \"x\") { filename url } }")]
    [InlineData("query($m: String!) { v3UserProfile(modelName: $m) { dailyModelPerformances { date corrRep } } }")]
    public async Task What_nothing_stands_behind_is_refused_by_name(string query)
    {
        var (code, message) = await server.RefusedAsync(query);

        Assert.Equal("operation_not_supported", code);
        Assert.Contains("is not supported. ", message, StringComparison.Ordinal);
    }
}
