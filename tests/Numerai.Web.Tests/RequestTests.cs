using System.Net;
using System.Reflection;
using Numerai.Contracts;
using Numerai.Web.Http;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

/// <summary>Requests that are wrong as requests, whatever they ask for.</summary>
public sealed class RequestTests(TestServer server) : IClassFixture<TestServer>
{
    public static TheoryData<string, string> BadBodies => new()
    {
        { """{"username":"alice","email":"x"}""", "The field 'email' is unknown here; known are username, secret." },
        { """{}""", "The field 'username' is missing." },
        { """{"username":null}""", "The field 'username' is missing." },
        { """[1]""", "The request body is a JSON array; an object is expected." },
        { """{"username":5}""", "The request body is not understood at $.username: a field is missing or unknown there, or its value is "
            + "of another type." },
        { """{"username":""", "The request body is not valid JSON at line 1, byte 13." },
        { """{"username":"a","username":"b"}""", "The request body names a field twice: 'username'." },
        { "", "The request body is not valid JSON at line 1, byte 1." },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_bad_body_is_told_what_is_wrong_with_it(string body, string sentence) => Assert.Equal(
        sentence, await server.SendAsync(HttpMethod.Post, "/api/v1/accounts", body)
            .RefusedAsync("invalid_request", HttpStatusCode.BadRequest));

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_body_of_another_content_type_is_refused(string mediaType) => await server
        .SendAsync(HttpMethod.Post, "/api/v1/accounts", """{"username":"alice"}""", null, mediaType)
        .RefusedAsync("unsupported_media_type", HttpStatusCode.UnsupportedMediaType);

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/rounds/8/first")]
    [InlineData("/api/v1/submissions/not-an-id")]
    public async Task What_is_not_there_is_not_found(string path) =>
        await server.SendAsync(HttpMethod.Get, path).RefusedAsync("endpoint_not_found", HttpStatusCode.NotFound);

    [Fact]
    public async Task A_wrong_method_is_told_so() =>
        await server.SendAsync(HttpMethod.Delete, "/api/v1/treasury").RefusedAsync("method_not_allowed", HttpStatusCode.MethodNotAllowed);

    [Theory]
    [InlineData("/api/v1/rounds?limit=0")]
    [InlineData("/api/v1/rounds?limit=many")]
    [InlineData("/api/v1/rounds?offset=-1")]
    [InlineData("/api/v1/rounds?tournament=9")]
    [InlineData("/api/v1/rounds?tournament=eight")]
    [InlineData("/api/v1/scores?round=1")]
    [InlineData("/api/v1/rounds/9/1")]
    [InlineData("/api/v1/events?after=now")]
    public async Task A_bad_value_in_the_address_is_refused(string path) =>
        await server.SendAsync(HttpMethod.Get, path).RefusedAsync("invalid_request", HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("/api/v1/rounds/8/7", "round_not_found")]
    [InlineData("/api/v1/rounds/8/current", "round_not_found")]
    [InlineData("/api/v1/rounds/8/7/settlement", "round_not_found")]
    [InlineData("/api/v1/models/nobody", "model_not_found")]
    [InlineData("/api/v1/models/0f8fad5b-d9cb-869f-a165-70867728950e", "model_not_found")]
    [InlineData("/datasets/v5.2/nothing.parquet", "dataset_not_found")]
    [InlineData("/datasets/../numerai.db", "endpoint_not_found")]
    [InlineData("/datasets/..%2Fnumerai.db", "dataset_not_found")]
    public async Task What_does_not_exist_is_not_found_by_its_own_code(string path, string code) =>
        await server.SendAsync(HttpMethod.Get, path).RefusedAsync(code, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("v5.2/../../escape")]
    [InlineData("v5.2/with%20space")]
    [InlineData("v5.2/.hidden")]
    public async Task A_data_file_has_a_plain_name(string name)
    {
        using var response = await server.SendAsync(
            HttpMethod.Put, "/api/v1/operator/datasets/" + name, "x", server.Operator.Options.Credentials, "application/octet-stream");

        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed });
    }

    [Fact]
    public void Every_refusal_code_has_its_status()
    {
        var codes = typeof(RefusalCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Concat(typeof(ApiCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!);

        Assert.All(codes, code => Assert.True(RefusalStatus.Knows(code), $"{code} has no HTTP status."));
    }
}
