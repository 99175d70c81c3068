using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Numerai.Contracts;
using Numerai.Web.Authentication;

namespace Numerai.Web.Hosting;

/// <summary>The OpenAPI document: what the serializer's converters make of types, and how keys are sent.</summary>
internal static class ApiDescription
{
    public const string DocumentName = "v1";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(DocumentName, options =>
    {
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Numerai tournament platform",
                Version = "v1",
                Description = "Amounts are decimal strings of NMR, times are UTC. Refusals are problem details with a stable code.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[TokenAuthentication.SchemeName] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "Authorization",
                Description = "Token PUBLIC_ID$SECRET_KEY",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredScope>().FirstOrDefault() is { } required)
            {
                operation.Description = $"{operation.Description} Needs a key with the scope '{required.Scope}'.".Trim();
                operation.Security =
                [
                    new OpenApiSecurityRequirement
                    {
                        [new OpenApiSecuritySchemeReference(TokenAuthentication.SchemeName, context.Document)] = [],
                    },
                ];
            }

            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiSchema schema, Type type)
    {
        var (format, example) = type switch
        {
            _ when type == typeof(Nmr) => ("nmr", "12.5"),
            _ when type == typeof(decimal) => ("decimal", "0.75"),
            _ when type == typeof(RoundId) => ("round", "8/123"),
            _ when type == typeof(DateTimeOffset) => ("date-time", "2026-01-02T03:04:05Z"),
            _ when type == typeof(AccountId) || type == typeof(ModelId) || type == typeof(SubmissionId) =>
                ("uuid", "0f8fad5b-d9cb-869f-a165-70867728950e"),
            _ => (null, null),
        };
        if (format is not null)
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = format;
            schema.Pattern = null;
            schema.Examples = [JsonValue.Create(example)!];
        }
        else if (type == typeof(TournamentId))
        {
            schema.Type = JsonSchemaType.Integer;
            schema.Examples = [JsonValue.Create(8)];
        }
    }
}
