using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Tests.Accounts;

/// <summary>Whatever is asked of an account, in whatever order, its books balance.</summary>
public sealed class AccountHistoryTests
{
    [Property(MaxTest = 300)]
    public Property No_history_of_commands_loses_makes_or_overdraws_NMR() => Prop.ForAll(
        Gen.Choose(0, 7).Zip(Gen.Choose(1, 6_000)).ListOf(40).ToArbitrary(), commands =>
        {
            var account = new ParticipantFixture("50");
            var nextRound = 1;
            foreach (var (kind, size) in commands)
            {
                Step(account, kind, new Nmr((Int128)size * 10_000_000_000_000_000), ref nextRound);
                if (!Balances(account))
                {
                    return false;
                }
            }

            return true;
        });

    private static void Step(ParticipantFixture account, int kind, Nmr amount, ref int nextRound)
    {
        var inFlight = account.Stake.AtRisk.Keys.Select(round => round.Number).ToList();
        var oldest = inFlight.Count == 0 ? 0 : inFlight[0];
        switch (kind)
        {
            case 0:
            case 1:
                account.Change(StakeChangeType.Increase, amount.ToString());
                break;
            case 2:
                account.Change(StakeChangeType.Decrease, amount.ToString());
                break;
            case 3:
                account.Change(StakeChangeType.Drain, "0");
                break;
            case 4:
                account.Pin(nextRound++);
                break;
            case 5 when oldest > 0:
                account.Settle(oldest, amount.ToString(), "0");
                break;
            case 6 when oldest > 0:
                account.Settle(oldest, "0", amount.ToString());
                break;
            case 7 when oldest > 0:
                account.Apply(SettlementDecisions.Unpin(account.State, ParticipantFixture.Round(oldest), ParticipantFixture.Start));
                break;
            default:
                account.Apply(WalletDecisions.Withdraw(
                    account.State, new Withdraw($"out-{account.Ledger.Count}", amount, ParticipantFixture.Limits),
                    ParticipantFixture.Start));
                break;
        }
    }

    private static bool Balances(ParticipantFixture account) =>
        account.Balance(LedgerAccounts.Wallet(account.Account)) == account.State.Wallet
        && account.Balance(LedgerAccounts.Stake(account.Model)) == account.Stake.Active
        && account.Balance(LedgerAccounts.Pending(account.Model)) == account.Stake.Pending
        && !account.State.Wallet.IsNegative
        && !account.Stake.Active.IsNegative
        && account.Stake.Releases.All(release => release.Amount.IsPositive && !release.WaitsFor.IsEmpty)
        && account.Ledger.Select(entry => entry.Transfer).Distinct().Count() == account.Ledger.Count;
}
