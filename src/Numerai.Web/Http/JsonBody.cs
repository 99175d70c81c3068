using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Numerai.Web.Http;

/// <summary>
/// A request's JSON body, read strictly: unknown, missing and ill-typed fields are refused with a sentence that names them.
/// </summary>
internal sealed record JsonBody<T>(T Content) : IEndpointParameterMetadataProvider
    where T : class
{
    public static async ValueTask<JsonBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(await JsonBodyReader.ReadAsync<T>(context.Request, context.RequestAborted));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}
