using Numerai.Web.Tests.Hostile;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Reads;

/// <summary>
/// Every command that an actor carries out is answered with how far that actor is; there is a reason for each that is not.
/// </summary>
public sealed class EveryCommandHasAPositionTests(TestServer server) : IClassFixture<TestServer>
{
    private const string File = "it stores a file; what is made of it is told when it is named";
    private const string Step = "needs a step under way, which is over here before anyone can ask";
    private const string Own = "it has a table of its own, written before it answers";
    private const string Operations = "the operation tells it: ReadPositionTests";

    private static readonly Dictionary<string, string> _exceptions = new(StringComparer.Ordinal)
    {
        ["PUT /uploads/{token}"] = File,
        ["PUT /api/v1/uploads/{token}"] = File,
        ["PUT /api/v1/operator/datasets/{**name}"] = File,
        ["PUT /api/v1/governance/proposals/{number:int}/backtest"] = File,
        ["POST /api/v1/submissions/upload-url"] = "it signs an address and stores a ticket, which no table shows",
        ["POST /api/v1/diagnostics/upload-url"] = "it signs an address and stores a ticket, which no table shows",
        ["POST /api/v1/diagnostics"] = Own,
        ["POST /api/v1/account/webhooks"] = Own,
        ["DELETE /api/v1/account/webhooks/{id:guid}"] = Own,
        ["POST /api/v1/account/webhooks/deliveries/{id:guid}/retry"] = Own,
        ["POST /api/v1/operator/rounds/{tournament:int}/{number:int}/step/retry"] = Step,
        ["POST /api/v1/operator/rounds/{tournament:int}/{number:int}/step/abort"] = Step,
        ["POST /api/v1/operator/reconciliation"] = "alerts are in their table before it answers",
        ["POST /api/v1/operator/clock"] = "what time brings about is the work of many actors, published before it answers",
        ["POST /api/v1/simulations/points/"] = "simulations are no part of the tournament",
        ["POST /graphql"] = Operations,
        ["POST /"] = Operations,
    };

    [Fact]
    public async Task Every_command_is_answered_with_a_position_or_says_why_not()
    {
        var routes = Route.Of(server).Where(route => route.Method is "POST" or "PUT" or "DELETE" or "PATCH").ToList();
        var names = routes.Select(route => route.Name).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(_exceptions.Keys.Except(names));
        var told = new Dictionary<string, bool>(StringComparer.Ordinal);

        await new EveryCommand(server, credentials => server.Connect(credentials, new RecordedAnswers(routes, told))).RunAsync();

        Assert.Empty(names.Except(told.Keys).Except(_exceptions.Keys).Order(StringComparer.Ordinal));
        Assert.Empty(told.Where(answer => !answer.Value).Select(answer => answer.Key).Except(_exceptions.Keys));
        Assert.Empty(told.Where(answer => answer.Value).Select(answer => answer.Key).Intersect(_exceptions.Keys));
    }
}
