using System.Net;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Hostile;

/// <summary>A null in a list is refused before anything looks at the list, at every route that takes one.</summary>
public sealed class NullItemTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task No_list_of_any_request_takes_a_null()
    {
        var tried = 0;
        foreach (var route in Route.Of(server).Where(route => route.Body is not null))
        {
            foreach (var (path, body) in SampleBodies.WithNullItems(route.Body!))
            {
                var sentence = await server.SendAsync(
                    new HttpMethod(route.Method), route.Address(), body, server.Operator.Options.Credentials)
                    .RefusedAsync("null_in_list", HttpStatusCode.BadRequest);
                Assert.Contains($"at {path}:", sentence, StringComparison.Ordinal);
                tried++;
            }
        }

        // Scopes, events, weights, actions, and the lists of settings: were there none, the test would see nothing.
        Assert.True(tried >= 5, $"Only {tried} lists were found.");
    }

    [Fact]
    public async Task A_participant_cannot_make_an_operators_key_behind_a_null()
    {
        var participant = await server.RegisterAsync("ambitious");
        var before = (await participant.Client.Accounts.GetAsync()).ApiKeys.Count;

        await server.SendAsync(
            HttpMethod.Post,
            "/api/v1/account/keys",
            """{"name":"x","scopes":[null,"operator","manage_account"]}""",
            participant.Credentials)
            .RefusedAsync("null_in_list", HttpStatusCode.BadRequest);
        Assert.Equal(before, (await participant.Client.Accounts.GetAsync()).ApiKeys.Count);
    }
}
