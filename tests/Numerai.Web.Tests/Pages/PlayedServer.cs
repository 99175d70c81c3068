using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Pages;

/// <summary>
/// A server with something on every page: a resolved round of two models, one under way, a proposal with markup in its text.
/// </summary>
public sealed class PlayedServer : IAsyncLifetime
{
    public const string Markup = "<script>alert(1)</script> & \"quotes\"";

    public TestServer Server { get; } = new();

    public Round Resolved { get; private set; } = null!;

    public TestParticipant Good { get; private set; } = null!;

    public string Model { get; private set; } = string.Empty;

    /// <summary>An address of every page.</summary>
    public IReadOnlyList<string> Addresses =>
    [
        "/", "/tournaments/8", "/tournaments/8/accounts", "/tournaments/8/seasons/2026", "/tournaments/8/rounds", "/tournaments/11",
        "/tournaments/12/rounds",
        $"/tournaments/8/rounds/{Resolved.Number}", $"/tournaments/8/rounds/{Resolved.Number + 1}", $"/tournaments/8/models/{Model}",
        $"/accounts/{Good.Username}", "/books", "/governance", "/governance/1", "/data",
    ];

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        await Server.Operator.Operator.MintAsync(Nmr.FromNmr(1000));
        Good = await Server.RegisterAsync("good", "123.456789012345678901");
        var bad = await Server.RegisterAsync("bad", "100");
        Model = (await Good.Client.Models.CreateAsync(TestServer.NewName("model"))).Name;
        var other = (await bad.Client.Models.CreateAsync(TestServer.NewName("model"))).Name;
        Resolved = await Server.OpenRoundAsync();
        foreach (var (participant, model, seed) in new[] { (Good, Model, 1), (bad, other, 2) })
        {
            await participant.Client.Stakes.IncreaseStakeAsync(model, Nmr.FromNmr(40));
            await participant.SubmitAsync(model, LiveFiles.Predictions(seed));
        }

        await Server.Operator.Operator.CloseRoundAsync(8, Resolved.Number, early: true);
        await Server.Operator.Operator.PublishTargetAsync(8, Resolved.Number, 1, LiveFiles.Target(1), early: true);
        await Server.Operator.Operator.ResolveRoundAsync(8, Resolved.Number);
        await Server.OpenRoundAsync();
        await Good.Client.Governance.ProposeAsync("A title with <b>markup</b>", Markup, [], null);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
