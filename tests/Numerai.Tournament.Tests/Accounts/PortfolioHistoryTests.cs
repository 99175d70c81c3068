using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Numerai.Contracts;

namespace Numerai.Tournament.Tests.Accounts;

/// <summary>Random histories of portfolios: what burns, what becomes of the NMR, and where the stakes end.</summary>
public sealed class PortfolioHistoryTests
{
    private static readonly Gen<(int Kind, int Size)> _command = Gen.Choose(0, 7).Zip(Gen.Choose(1, 9_999));

    /// <summary>
    /// Stakes are put at risk in three rounds; then one account sets portfolios between the settlements and the other does nothing. Rounds
    /// may lose all they have at risk, so that burns compete for the same stake.
    /// </summary>
    [Property(MaxTest = 500)]
    public Property No_portfolio_lowers_the_burn_of_a_round_in_flight_and_no_NMR_is_made_or_lost() => Prop.ForAll(
        Gen.Choose(0, 60).ListOf(9).Zip(_command.ListOf(12)).Zip(Gen.Choose(-100, 40).ListOf(9)).ToArbitrary(), history =>
        {
            var ((stakes, commands), shares) = history;
            var (still, moving) = (Prepare(stakes), Prepare(stakes));
            for (var round = 1; round <= 3; round++)
            {
                foreach (var (kind, size) in commands.Skip((round - 1) * 4).Take(4))
                {
                    Command(moving, kind, size);
                }

                var at = round;
                int Share(ModelId model) => shares[((at - 1) * 3) + ParticipantFixture.Models.IndexOf(model)];
                var (expected, burned) = (still.SettleAll(round, Share), moving.SettleAll(round, Share));
                if (burned.Burned < expected.Burned || burned.Paid != expected.Paid || !moving.Balances())
                {
                    return false;
                }
            }

            return AtWeights(moving);
        });

    /// <summary>Up to six rounds are in flight, and each takes or gives up to a tenth of what it has at risk.</summary>
    [Property(MaxTest = 500)]
    public Property Whenever_nothing_is_in_flight_the_stakes_are_at_their_weights_to_the_wei() => Prop.ForAll(
        _command.ListOf(40).Zip(Gen.Choose(-10, 10).ListOf(60)).ToArbitrary(),
        history => Play(new ParticipantFixture("100000"), history.Item1, history.Item2, Command));

    /// <summary>The same, with weights that stay as they were set first, which may leave little or nothing to a model.</summary>
    [Property(MaxTest = 500)]
    public Property While_a_portfolio_keeps_its_weights_by_itself_every_burn_of_every_round_is_paid_in_full() => Prop.ForAll(
        Gen.Choose(0, 9).ListOf(3).Zip(_command.ListOf(40)).Zip(Gen.Choose(-10, 10).ListOf(60)).ToArbitrary(), history =>
        {
            var account = new ParticipantFixture("100000");
            account.SetWeights(1 + history.Item1.Item1[0], history.Item1.Item1[1], history.Item1.Item1[2]).Require();
            var missed = false;
            return Play(
                account,
                history.Item1.Item2,
                history.Item2,
                (played, _, size) => played.Portfolio(PortfolioChangeType.Increase, Amount(size)),
                (due, burned) => missed |= due != burned) && !missed;
        });

    private static bool Play(
        ParticipantFixture account,
        List<(int Kind, int Size)> commands,
        List<int> shares,
        Action<ParticipantFixture, int, int> command,
        Action<Nmr, Nmr>? settledRound = null)
    {
        var (opened, settled, share) = (0, 0, 0);
        foreach (var (kind, size) in commands)
        {
            if (size % 3 == 0 && opened - settled < 6)
            {
                account.PinAll(++opened);
            }
            else if (size % 3 == 1 && settled < opened)
            {
                Settle();
            }
            else
            {
                command(account, kind, size);
            }

            if (!account.Balances() || (settled == opened && !AtWeights(account)))
            {
                return false;
            }
        }

        while (settled < opened)
        {
            Settle();
        }

        return account.Balances() && AtWeights(account);

        void Settle()
        {
            var percent = ParticipantFixture.Models.ToDictionary(model => model, _ => shares[share++ % shares.Count]);
            var due = Due(account, ++settled, percent);
            var burned = account.SettleAll(settled, model => percent[model]).Burned;
            settledRound?.Invoke(due, burned);
        }
    }

    /// <summary>What a round is to burn.</summary>
    private static Nmr Due(ParticipantFixture account, int round, Dictionary<ModelId, int> percent) => account.State.Models
        .Where(model => percent[model.Key] < 0)
        .Aggregate(Nmr.Zero, (sum, model) =>
            sum + model.Value.AtRisk.GetValueOrDefault(ParticipantFixture.Round(round)).MultiplyTruncated(-percent[model.Key], 100));

    private static string Amount(int size) => new Nmr((Int128)size * 10_000_000_000_000_001).ToString();

    private static void Command(ParticipantFixture account, int kind, int size)
    {
        var amount = Amount(size);
        _ = kind switch
        {
            0 => account.SetWeights(1 + (size % 4), size % 7, size % 3),
            1 => account.SetWeights(size % 5, 1 + (size % 2)),
            2 or 3 => account.Portfolio(PortfolioChangeType.Increase, amount),
            4 => account.Portfolio(PortfolioChangeType.Decrease, amount),
            5 => size % 4 == 0 ? account.Portfolio(PortfolioChangeType.Drain) : account.Portfolio(PortfolioChangeType.Decrease, amount),
            6 => size % 4 == 0 ? account.SetWeights() : account.SetWeights(1, 1, 1),
            _ => account.SetWeights(1 + (size % 9), 2, 3),
        };
    }

    private static bool AtWeights(ParticipantFixture account)
    {
        if (account.State.PortfolioOf(TournamentId.Classic) is not { } portfolio)
        {
            return true;
        }

        var stakes = portfolio.Weights.Select(weight => account.State.Models[weight.Model].Active).ToArray();
        var total = stakes.Aggregate((sum, stake) => sum + stake);
        return stakes.SequenceEqual(NmrSplit.By(total, [.. portfolio.Weights.Select(weight => new BigInteger(weight.Weight))]));
    }

    /// <summary>Three models; before each of three rounds closes some NMR comes to their stakes.</summary>
    private static ParticipantFixture Prepare(List<int> stakes)
    {
        var account = new ParticipantFixture("1000");
        for (var round = 0; round < 3; round++)
        {
            for (var model = 0; model < 3; model++)
            {
                if (stakes[(round * 3) + model] > 0)
                {
                    account.Increase(ParticipantFixture.Models[model], Nmr.FromNmr(stakes[(round * 3) + model]));
                }
            }

            account.PinAll(round + 1);
        }

        return account;
    }
}
