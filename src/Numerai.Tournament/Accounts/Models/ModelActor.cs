using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Accounts.Models;

/// <summary>The actor behind <see cref="IModel"/>.</summary>
public class ModelActor(string key, IActorStorage<Persisted<ModelState>> storage, ActorServices services)
    : Actor<ModelState>(ActorKinds.Model, key, storage, services), IModel
{
    public Task<Outcome<ModelView>> CreateAsync(ClaimModel command) =>
        DecideAsync<ModelView>((state, now) => ModelDecisions.Create(state, new ModelId(Guid.ParseExact(Key, "D")), command, now));

    public Task<Outcome<ModelView>> GetAsync() =>
        Task.FromResult(At<ModelView>(State is { } state ? state.View() : ModelDecisions.NotFound(Key)));

    public Task<Outcome<ModelView>> SubmittedAsync(LatestSubmission submission) =>
        DecideAsync<ModelView>((state, _) => state is null ? ModelDecisions.NotFound(Key) : ModelDecisions.Submitted(state, submission));
}
