using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Accounts.Models;

/// <summary>What can happen to a model.</summary>
internal static class ModelDecisions
{
    public static Refusal NotFound(string key) => new(RefusalCodes.ModelNotFound, $"There is no model {key}.");

    public static Decision<ModelState, ModelView> Create(ModelState? state, ModelId id, ClaimModel command, DateTimeOffset now)
    {
        if (state is not null)
        {
            return state.Owner == command.Owner
                ? Decision<ModelState, ModelView>.Unchanged(state.View())
                : new Refusal(
                    RefusalCodes.ModelNameTaken,
                    $"The model name '{command.Name}' is taken in tournament {command.Tournament}; choose another one.");
        }

        var next = new ModelState(
            id, command.Tournament, Names.Normalise(command.Name), command.Owner, command.Username, now, null);
        return Decision<ModelState, ModelView>.Changed(
            next.View(), next, new ModelCreated(id, next.Tournament, next.Name, next.Owner, next.Username));
    }

    public static Decision<ModelState, ModelView> Submitted(ModelState state, LatestSubmission submission)
    {
        if (state.Latest is { } latest && latest.Received >= submission.Received && latest.Id != submission.Id)
        {
            return Decision<ModelState, ModelView>.Unchanged(state.View());
        }

        // That it was queued is said beside the round that takes it over, and may be heard after it.
        var known = state.Latest?.Id == submission.Id ? state.Latest.Round : null;
        var next = state with { Latest = submission with { Round = submission.Round ?? known } };
        return next == state
            ? Decision<ModelState, ModelView>.Unchanged(state.View())
            : Decision<ModelState, ModelView>.Changed(next.View(), next);
    }
}
