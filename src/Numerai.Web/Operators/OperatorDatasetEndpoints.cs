using Microsoft.AspNetCore.Mvc;
using Numerai.Contracts;
using Numerai.Storage.Files;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Web.Datasets;
using Numerai.Web.Http;

namespace Numerai.Web.Operators;

/// <summary>Publishing data files.</summary>
internal static class OperatorDatasetEndpoints
{
    public static void MapOperatorDatasets(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPut("/datasets/{**name}", PublishAsync)
        .WithMetadata(new DisableRequestSizeLimitAttribute())
        .Accepts<IFormFile>("application/octet-stream")
        .WithSummary("Publish a data file; the same content again is fine, other content under a taken name is refused.");

    private static async Task<Answer<DatasetResponse>> PublishAsync(
        string name, HttpRequest request, IDatasetStore datasets, TournamentTime time)
    {
        if (StoredNames.Check(name) is { } sentence)
        {
            return new Refusal(RefusalCodes.InvalidDatasetName, sentence);
        }

        try
        {
            var file = await datasets.PublishAsync(name, request.Body, time.GetUtcNow(), request.HttpContext.RequestAborted);
            return DatasetResponse.Of(file);
        }
        catch (InvalidOperationException) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            if (await datasets.FindAsync(name) is not { } existing)
            {
                throw;
            }

            return new Refusal(
                RefusalCodes.DatasetExists,
                $"The data file '{name}' was published with other content (SHA-256 {existing.Sha256}); published files never change, "
                    + "choose another name.");
        }
    }
}
