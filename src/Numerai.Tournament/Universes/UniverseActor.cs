using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Universes;

/// <summary>The actor behind <see cref="IUniverse"/>.</summary>
public class UniverseActor(string key, IActorStorage<Persisted<UniverseState>> storage, ActorServices services)
    : Actor<UniverseState>(ActorKinds.Universe, key, storage, services), IUniverse
{
    private UniverseId Id => UniverseId.Parse(Key);

    public Task<Outcome<UniverseView>> GetAsync() => Task.FromResult<Outcome<UniverseView>>(
        State is { } state ? state.Published : UniverseDecisions.NotFound(Id));

    public async Task<Outcome<UniverseView>> PublishAsync(PublishUniverse command)
    {
        if (State is { } state && UniverseDecisions.Repeats(state, command))
        {
            return At<UniverseView>(state.Published);
        }

        if (State is { } other && !UniverseDecisions.MayReplace(other, command))
        {
            return UniverseDecisions.Taken(other);
        }

        var content = await UniverseFiles.ReadAsync(Services.Datasets, command);
        if (!content.Accepted)
        {
            return content.Refusal;
        }

        var described = await StoreAsync(command, content.Value);
        return await DecideAsync<UniverseView>((current, _) => UniverseDecisions.Publish(current, command, described));
    }

    public async Task<Outcome<UniverseView>> FixForAsync(int round) => State is null
        ? UniverseDecisions.NotFound(Id)
        : await DecideAsync<UniverseView>((current, _) => UniverseDecisions.FixFor(current!, round));

    private async Task<UniverseView> StoreAsync(PublishUniverse command, UniverseContent content)
    {
        var portfolio = new PortfolioReferences(
            content.NeutralizerColumns == 0 ? null : await PutAsync("neutralizers", ".f64", VectorObject.Write(content.Neutralizers)),
            content.NeutralizerColumns,
            content.SampleWeights is null ? null : await PutAsync("sample-weights", ".f64", VectorObject.Write(content.SampleWeights)));
        return new UniverseView(
            Id.Tournament,
            Id.Date,
            command.LiveDataset,
            command.NeutralizerDataset,
            command.SampleWeightDataset,
            command.Format.KeyColumns[0],
            [.. content.Aliases.Columns.Keys],
            content.Universe.Rows,
            await PutAsync("ids", ".txt", content.Universe.ToBytes()),
            content.Aliases.Columns.IsEmpty ? null : await PutAsync("aliases", ".json", StoredJson.Write(content.Aliases)),
            portfolio,
            Now);
    }

    private Task<ObjectReference> PutAsync(string name, string extension, byte[] content) =>
        Services.Objects.PutByContentAsync($"universes/{Key}/{name}", extension, content);
}
