using System.Net;
using System.Text.Json;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Steps;

/// <summary>A server with a scored round, whose stored objects can be taken away: then it can't be settled until they are back.</summary>
public sealed class ScoredRound : IAsyncLifetime
{
    private static readonly HttpClient _http = new();

    public TestServer Server { get; } = new();

    public Round Round { get; private set; } = null!;

    public string Path => $"/api/v1/operator/rounds/8/{Round.Number}";

    private string Objects => System.IO.Path.Combine(Server.Folder, "objects", "rounds", "8", $"{Round.Number}");

    private string Away => System.IO.Path.Combine(Server.Folder, "away");

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        await Server.Operator.Operator.MintAsync(Nmr.FromNmr(1000));
        var participant = await Server.RegisterAsync("owner", "100");
        var model = await participant.Client.Models.CreateAsync(TestServer.NewName("model"));
        await participant.Client.Stakes.IncreaseStakeAsync(model.Name, Nmr.FromNmr(10));
        Round = await Server.OpenRoundAsync();
        await participant.SubmitAsync(model.Name, LiveFiles.Predictions());
        await Server.Operator.Operator.CloseRoundAsync(8, Round.Number, early: true);
        await Server.Operator.Operator.PublishTargetAsync(8, Round.Number, 1, LiveFiles.Target(3), early: true);
    }

    public void TakeObjectsAway() => Directory.Move(Objects, Away);

    public void PutObjectsBack()
    {
        // What was stored meanwhile is made again.
        if (Directory.Exists(Objects))
        {
            Directory.Delete(Objects, recursive: true);
        }

        Directory.Move(Away, Objects);
    }

    public async Task<(HttpResponseMessage Response, JsonElement Body)> SendAsync(
        HttpMethod method, string path, string? body = null, string? prefer = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Server.Url, path));
        var key = Server.Operator.Options.Credentials!;
        request.Headers.TryAddWithoutValidation("Authorization", $"Token {key.PublicId}${key.SecretKey}");
        if (prefer is not null)
        {
            request.Headers.TryAddWithoutValidation("Prefer", prefer);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        }

        var response = await _http.SendAsync(request);
        return (response, JsonElement.Parse(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>A settlement that fails until the objects are back.</summary>
    public async Task<JsonElement> FailAsync()
    {
        TakeObjectsAway();
        var (response, round) = await SendAsync(HttpMethod.Post, $"{Path}/resolve", "{}", "wait=60");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return round;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
