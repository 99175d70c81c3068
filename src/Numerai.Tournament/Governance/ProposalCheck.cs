using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Tournament.Governance;

/// <summary>Whether a proposal can be what it says: asked when it is made, and of its actions again when it is executed.</summary>
internal static class ProposalCheck
{
    public const int MaximumActions = 16;

    public static async Task<Refusal?> ProposalAsync(IActors actors, GovernanceState state, Propose command, DateTimeOffset now) =>
        CheckForm(command, now)
        ?? await ActionsAsync(actors, command.Actions)
        ?? await AuthorAsync(actors, state, command.Author);

    /// <summary>Whether every action can be carried out as things stand.</summary>
    public static async Task<Refusal?> ActionsAsync(IActors actors, IReadOnlyList<ProposalAction> actions)
    {
        var settings = new Dictionary<TournamentId, TournamentSettings>();
        foreach (var action in actions)
        {
            var refusal = action switch
            {
                ChangeSettingsAction change => await ChangeAsync(actors, change, settings),
                GrantFundsAction grant => (await actors.Participant(grant.Account).GetAsync()).Refusal,
                GrantRoleAction role => (await actors.Participant(role.Account).GetAsync()).Refusal,
                _ => null,
            };
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    private static Refusal? CheckForm(Propose command, DateTimeOffset now) =>
        string.IsNullOrWhiteSpace(command.Title) || command.Title.Length > 200 || command.Title.Any(char.IsControl)
            ? Invalid("The title is 1 to 200 characters without control characters.")
        : string.IsNullOrWhiteSpace(command.Text) || command.Text.Length > 20_000 ? Invalid("The text is 1 to 20000 characters.")
        : command.Actions.IsDefault || command.Actions.Length > MaximumActions
            ? Invalid($"A proposal has up to {MaximumActions} actions; none for a text proposal.")
        : command.Backtest is not null && !command.Actions.Any(action => action is ChangeSettingsAction)
            ? Invalid("A backtest belongs to a proposal that changes settings.")
        : command.Backtest?.Check()
            ?? command.Actions.Select(action => CheckForm(action, now)).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? CheckForm(ProposalAction action, DateTimeOffset now) => action switch
    {
        GrantFundsAction grant when !grant.Amount.IsPositive => new Refusal(
            RefusalCodes.InvalidAmount, $"The grant is {grant.Amount} NMR; it must be positive."),
        GrantRoleAction role when !Enum.IsDefined(role.Role) => Invalid("The role is unknown."),
        GrantRoleAction { Expires: { } expires } when expires <= now =>
            Invalid($"The role would expire at {expires.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}, which has passed."),
        RevokeRoleAction role when !Enum.IsDefined(role.Role) => Invalid("The role is unknown."),
        ChangeRulesAction change => change.Rules.Check(),
        _ => null,
    };

    private static async Task<Refusal?> ChangeAsync(
        IActors actors, ChangeSettingsAction change, Dictionary<TournamentId, TournamentSettings> settings)
    {
        if (Tournaments.Find(change.Tournament) is null)
        {
            return Invalid(Tournaments.Unknown(change.Tournament));
        }

        if (!settings.TryGetValue(change.Tournament, out var current))
        {
            current = (await actors.Schedule(change.Tournament).GetAsync()).Require().Settings;
        }

        var next = SettingsPatch.Apply(current, change.Patch);
        if (!next.Accepted)
        {
            return next.Refusal;
        }

        settings[change.Tournament] = next.Value;
        return null;
    }

    private static async Task<Refusal?> AuthorAsync(IActors actors, GovernanceState state, AccountId author)
    {
        var account = await actors.Participant(author).GetAsync();
        if (!account.Accepted)
        {
            return account.Refusal;
        }

        var held = account.Value.Models.Aggregate(
            account.Value.Wallet + account.Value.Held, (sum, model) => sum + model.Active + model.Pending);
        return held >= state.Rules.ProposalThreshold && held.IsPositive
            ? null
            : new Refusal(
                RefusalCodes.NoVotingPower,
                $"The author holds {held} NMR in wallet and stakes; a proposal needs "
                    + $"{Nmr.Max(state.Rules.ProposalThreshold, new Nmr(1))} NMR.");
    }

    private static Refusal Invalid(string message) => new(RefusalCodes.InvalidProposal, message);
}
