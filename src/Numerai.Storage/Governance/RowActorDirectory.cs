using Numerai.Storage.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Governance;

/// <summary>Keys of actors out of all row heads, for rows in memory.</summary>
public sealed class RowActorDirectory(IActorRows rows) : IActorDirectory
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> KeysAsync(string kind, string? after, int limit) =>
    [
        .. (await rows.HeadsAsync()).Where(head => head.Kind == kind && string.CompareOrdinal(head.Key, after ?? string.Empty) > 0)
            .Select(head => head.Key).Order(StringComparer.Ordinal).Take(limit),
    ];
}
