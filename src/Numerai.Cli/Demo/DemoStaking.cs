using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Demo;

/// <summary>A player's stakes: spread evenly at the start, then by its style.</summary>
internal sealed class DemoStaking(DemoPlayer player, NumeraiClient client)
{
    private const int WeeksBetweenWithdrawals = 6;

    public async Task StartAsync(CancellationToken cancellation)
    {
        // Four fifths are staked, the rest stays in the wallet for later.
        var each = new Nmr(Nmr.FromNmr(player.Deposit).Wei * 4 / 5 / player.Models.Count);
        foreach (var model in player.Models)
        {
            await client.Stakes.IncreaseStakeAsync(model.Name, each, $"start-{model.Name}", cancellation: cancellation);
        }
    }

    /// <param name="round">The round that is open.</param>
    /// <param name="latest">The last resolved round's settlement, or null before the first.</param>
    public async Task AdjustAsync(int round, Settlement? latest, CancellationToken cancellation)
    {
        if (latest is null || player.Style == DemoStakingStyle.Steady)
        {
            return;
        }

        var account = await client.Accounts.GetAsync(cancellation);
        if (player.Style == DemoStakingStyle.FollowResults)
        {
            await FollowAsync(account, round, latest, cancellation);
        }
        else if (round % WeeksBetweenWithdrawals == 0)
        {
            await TakeProfitsAsync(account, round, cancellation);
        }
    }

    private async Task FollowAsync(Account account, int round, Settlement latest, CancellationToken cancellation)
    {
        var wallet = account.Wallet;
        foreach (var model in account.Models)
        {
            var entry = latest.Entries.FirstOrDefault(candidate => candidate.Model == model.Id);
            var command = $"round-{round}-{model.Name}";
            if (entry is { Payout.Wei: var payout } && payout > 0 && wallet.Wei > 10)
            {
                var more = new Nmr(wallet.Wei / 10);
                await client.Stakes.IncreaseStakeAsync(model.Name, more, command, cancellation: cancellation);
                wallet -= more;
            }
            else if (entry is { Burn.Wei: var burn } && burn > 0 && model.Stake.Wei > 10)
            {
                await client.Stakes.DecreaseStakeAsync(
                    model.Name, new Nmr(model.Stake.Wei / 10), command, cancellation: cancellation);
            }
        }
    }

    private async Task TakeProfitsAsync(Account account, int round, CancellationToken cancellation)
    {
        foreach (var model in account.Models.Where(model => model.Stake.Wei > 4))
        {
            await client.Stakes.DecreaseStakeAsync(
                model.Name, new Nmr(model.Stake.Wei / 4), $"profit-{round}-{model.Name}", cancellation: cancellation);
        }

        var part = new Nmr(account.Wallet.Wei / 2);
        if (part > Nmr.FromNmr(1))
        {
            await client.Accounts.WithdrawAsync(part, $"withdraw-{round}", cancellation);
        }
    }
}
