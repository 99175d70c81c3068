using System.Net;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.GraphQl;

/// <summary>What tools learn about the interface from itself.</summary>
public sealed class SchemaTests(TestServer server) : IClassFixture<TestServer>
{
    /// <summary>What generic tools send first.</summary>
    private const string Introspection = """
        query IntrospectionQuery { __schema { queryType { name } mutationType { name } types { ...FullType }
          directives { name description locations args { ...InputValue } } } }
        fragment FullType on __Type { kind name description
          fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) {
            name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef } }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
          ofType { kind name ofType { kind name ofType { kind name } } } } } } } }
        """;

    [Fact]
    public async Task The_schema_can_be_downloaded_and_introspected()
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/graphql");
        var sdl = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("vote(number: Int!, choice: VoteChoice!): Vote", sdl, StringComparison.Ordinal);

        var schema = (await server.DataAsync(Introspection)).GetProperty("__schema");

        var names = schema.GetProperty("types").EnumerateArray().Select(type => type.Text("name")).ToList();
        Assert.Equal(("Query", "Mutation"), (schema.Text("queryType", "name"), schema.Text("mutationType", "name")));
        Assert.All(
            names.Where(name => !name.StartsWith("__", StringComparison.Ordinal)),
            name => Assert.Contains($" {name}", sdl, StringComparison.Ordinal));
        Assert.Contains("Proposal", names);
    }
}
