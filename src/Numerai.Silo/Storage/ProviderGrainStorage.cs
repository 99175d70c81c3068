using Numerai.Storage.Actors;
using Numerai.Storage.Postgres;
using Orleans.Storage;

namespace Numerai.Silo.Storage;

/// <summary>
/// Rows of a cluster, written and read by Orleans' provider for relational databases with the statements of the schema's OrleansQuery. The
/// provider takes keys apart that look like a number or a GUID, and "08" would be "8" for it; so it gets each with a sign in front that
/// neither can have, and passes it on as it is. After every write it formats the key, and would fail on a brace; so it gets braces twice.
/// </summary>
/// <param name="provider">Orleans' own.</param>
internal sealed class ProviderGrainStorage(IGrainStorage provider) : ActorGrainStorage
{
    private const char Sign = '=';

    protected override Task ReadAsync<T>(string kind, GrainId grain, IGrainState<T> state) =>
        provider.ReadStateAsync(kind, Whole(grain), state);

    /// <remarks>
    /// A write names the version it replaces. So it may be made again even when its answer was lost: at worst the second attempt finds what
    /// the first one wrote, and is told that another was first.
    /// </remarks>
    protected override async Task WriteAsync<T>(string kind, GrainId grain, IGrainState<T> state)
    {
        try
        {
            await PostgresAttempts.RunAsync(() => WriteOnceAsync(kind, grain, state), static () => true);
        }
        catch (InconsistentStateException)
        {
            throw new VersionConflictException(kind, grain.Key.ToString()!, ActorRowGrainStorage.VersionOf(state.ETag));
        }
    }

    private async Task<bool> WriteOnceAsync<T>(string kind, GrainId grain, IGrainState<T> state)
    {
        await provider.WriteStateAsync(kind, Whole(grain), state);
        return true;
    }

    /// <remarks>The statements' actor_key undoes it.</remarks>
    private static GrainId Whole(GrainId grain) => GrainId.Create(
        grain.Type, Sign + grain.Key.ToString()!.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
}
