using Numerai.Grains;
using Numerai.Grains.Calls;
using Numerai.Storage.Actors;
using Orleans.Storage;

namespace Numerai.Silo.Storage;

/// <summary>
/// Grain state in the rows of actors: kind, key, version, JSON. They are the same on one machine and in a cluster, so that a database made
/// on one moves to the other row by row, and either can be asked what is in it.
/// </summary>
internal abstract class ActorGrainStorage : IGrainStorage
{
    /// <remarks>Rows are read before a grain's filters are there; what fails is turned here into what every silo can read.</remarks>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        try
        {
            await ReadAsync(stateName, grainId, grainState);
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
            await WriteAsync(stateName, grainId, grainState);
        }
        catch (VersionConflictException conflict)
        {
            throw new InconsistentStateException(conflict.Message, "another", grainState.ETag, conflict);
        }
    }

    /// <summary>Actors keep their rows for ever.</summary>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException($"The row of {grainId} is part of the books and is not cleared.");

    protected abstract Task ReadAsync<T>(string kind, GrainId grain, IGrainState<T> state);

    /// <exception cref="VersionConflictException">The row has another version; nothing was written.</exception>
    protected abstract Task WriteAsync<T>(string kind, GrainId grain, IGrainState<T> state);
}
