using System.Globalization;
using Numerai.Grains;
using Numerai.Grains.Calls;
using Numerai.Storage.Actors;
using Orleans.Storage;

namespace Numerai.Silo.Storage;

/// <summary>
/// Grain state in the same rows that the single-machine host uses: kind, key, version, JSON. So a database made on one machine moves
/// to a cluster row by row, and either host can be asked what is in it.
/// </summary>
internal sealed class ActorRowGrainStorage(IActorRows rows) : IGrainStorage
{
    /// <remarks>Rows are read before a grain's filters are there, so what fails is turned here into what every silo can read off the wire.</remarks>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        try
        {
            await RowAccess<T>.Instance.ReadAsync(rows, stateName, KeyOf(grainId), grainState);
        }
        catch (Exception fault) when (TransientFaults.MayPass(fault))
        {
            throw new GrainUnavailableException($"{grainId} could not read its row: {fault.Message}");
        }
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        try
        {
            await RowAccess<T>.Instance.WriteAsync(rows, stateName, KeyOf(grainId), grainState);
        }
        catch (VersionConflictException conflict)
        {
            throw new InconsistentStateException(conflict.Message, "another", grainState.ETag, conflict);
        }
    }

    /// <summary>Actors keep their rows for ever.</summary>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException($"The row of {grainId} is part of the books and is not cleared.");

    public static string TagOf(long version) => version.ToString(CultureInfo.InvariantCulture);

    public static long VersionOf(string? tag) => tag is null ? 0 : long.Parse(tag, CultureInfo.InvariantCulture);

    private static string KeyOf(GrainId grain) => grain.Key.ToString()!;
}
