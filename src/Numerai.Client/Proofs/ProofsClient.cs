using System.Runtime.CompilerServices;
using System.Text.Json;
using Numerai.Client.Http;
using Numerai.Contracts;

namespace Numerai.Client.Proofs;

/// <summary>What a tournament publishes so that nobody has to trust it; docs/verify.md says how to check it.</summary>
public sealed class ProofsClient
{
    private readonly ApiTransport _transport;

    internal ProofsClient(ApiTransport transport) => _transport = transport;

    /// <summary>A round's chain of commitments, oldest first. Refused: round_not_found.</summary>
    public Task<IReadOnlyList<Commitment>> GetCommitmentsAsync(int tournament, int number, CancellationToken cancellation = default) =>
        _transport.GetAsync<IReadOnlyList<Commitment>>($"api/v1/rounds/{tournament}/{number}/commitments", cancellation);

    /// <summary>A committed document, byte for byte. Refused: round_not_found, document_not_found, document_withheld.</summary>
    /// <param name="kind">Kind of the commitment.</param>
    /// <param name="day">Of targets and scores; null for the last one.</param>
    public Task<byte[]> GetDocumentAsync(
        int tournament, int number, string kind, int? day = null, CancellationToken cancellation = default) =>
        BytesAsync(QueryText.Of($"api/v1/rounds/{tournament}/{number}/documents/{Uri.EscapeDataString(kind)}", ("day", day)), cancellation);

    /// <summary>A settled round's leaves, one a line. Refused: round_not_found, round_wrong_phase.</summary>
    public Task<byte[]> GetLeavesAsync(int tournament, int number, CancellationToken cancellation = default) =>
        BytesAsync($"api/v1/rounds/{tournament}/{number}/leaves", cancellation);

    /// <summary>
    /// What a round owes a model, as a JSON document that proves itself. Refused: round_not_found, model_not_found, round_wrong_phase.
    /// </summary>
    /// <param name="model">Id or name.</param>
    public Task<JsonElement> GetClaimAsync(int tournament, int number, string model, CancellationToken cancellation = default) =>
        _transport.GetAsync<JsonElement>($"api/v1/rounds/{tournament}/{number}/claim/{Uri.EscapeDataString(model)}", cancellation);

    /// <summary>Newest first.</summary>
    public Task<Page<Checkpoint>> ListCheckpointsAsync(int? limit = null, int? offset = null, CancellationToken cancellation = default) =>
        _transport.GetAsync<Page<Checkpoint>>(
            QueryText.Of("api/v1/ledger/checkpoints", ("limit", limit), ("offset", offset)), cancellation);

    /// <summary>
    /// That a checkpoint covers a chain, as a JSON document that proves itself. Refused: checkpoint_not_found, chain_not_found.
    /// </summary>
    /// <param name="chain">Such as "participant/ACCOUNT-ID", "treasury" or, for a round's commitments, "round/8/123".</param>
    /// <param name="checkpoint">Its number; null for the newest.</param>
    public Task<JsonElement> GetChainProofAsync(string chain, int? checkpoint = null, CancellationToken cancellation = default) =>
        _transport.GetAsync<JsonElement>(
            QueryText.Of($"api/v1/ledger/checkpoints/{checkpoint ?? 0}/proof", ("chain", chain)), cancellation);

    /// <summary>Makes a checkpoint now (operator); answers with the latest when nothing was published since.</summary>
    public Task<Checkpoint> MakeCheckpointAsync(CancellationToken cancellation = default)
    {
        _transport.RequireCredentials();
        return _transport.SendAsync<Checkpoint>(HttpMethod.Post, "api/v1/operator/ledger/checkpoints", null, Repeat.Safe, cancellation);
    }

    /// <summary>
    /// What a checkpoint covers, a JSON text a line. A connection that is lost in between throws: there is no going on in the middle.
    /// Refused: checkpoint_not_found.
    /// </summary>
    public async IAsyncEnumerable<string> ReadLinesAsync(
        int checkpoint, CheckpointPart part, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var request = _transport.Request(HttpMethod.Get, $"api/v1/ledger/checkpoints/{checkpoint}/{Name(part)}");
        using var response = await _transport.Http
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation)
            .ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw Refusals.Of(await ApiAnswer.ReadAsync(response, cancellation).ConfigureAwait(false), _transport.Options.Url);
        }

        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false));
        while (await reader.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            yield return line;
        }
    }

    private static string Name(CheckpointPart part) => part switch
    {
        CheckpointPart.Entries => "entries",
        CheckpointPart.Commitments => "commitments",
        _ => "checkpoints",
    };

    private async Task<byte[]> BytesAsync(string path, CancellationToken cancellation)
    {
        var answer = await _transport.AttemptAsync(
            async token =>
            {
                using var request = _transport.Request(HttpMethod.Get, path);
                using var response = await _transport.Http
                    .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token)
                    .ConfigureAwait(false);
                return await ApiAnswer.ReadAsync(response, token).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        return answer.Successful ? answer.Body : throw Refusals.Of(answer, _transport.Options.Url);
    }
}
