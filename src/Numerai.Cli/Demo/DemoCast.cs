namespace Numerai.Cli.Demo;

/// <summary>Who takes part: 14 accounts with 46 models of 8 kinds.</summary>
internal static class DemoCast
{
    public static IReadOnlyList<DemoPlayer> Players(int seed)
    {
        var number = 0;
        return
        [
            Player("ridge_runners", 4000, DemoStakingStyle.Steady, DemoModelKind.Ridge, 5),
            Player("sparse_features", 1500, DemoStakingStyle.FollowResults, DemoModelKind.Ridge, 4),
            Player("feature_lottery", 800, DemoStakingStyle.Steady, DemoModelKind.Ridge, 4),
            Player("tree_house", 5000, DemoStakingStyle.FollowResults, DemoModelKind.Trees, 3),
            Player("deep_forest", 2500, DemoStakingStyle.Steady, DemoModelKind.Trees, 3),
            Player("neutral_ground", 3000, DemoStakingStyle.Steady, DemoModelKind.Neutral, 4),
            Player("orthogonal", 1200, DemoStakingStyle.TakeProfits, DemoModelKind.Neutral, 3),
            Player("hard_eras", 1000, DemoStakingStyle.FollowResults, DemoModelKind.EraBoosted, 3),
            Player("many_targets", 2000, DemoStakingStyle.TakeProfits, DemoModelKind.Ensemble, 3),
            Player("index_hugger", 3500, DemoStakingStyle.Steady, DemoModelKind.BenchmarkFollower, 2),
            Player("copy_shop", 900, DemoStakingStyle.TakeProfits, DemoModelKind.Copycat, 3),
            Player("second_hand", 400, DemoStakingStyle.FollowResults, DemoModelKind.Copycat, 2),
            Player("coin_flippers", 600, DemoStakingStyle.FollowResults, DemoModelKind.Noise, 4),
            Player("lucky_strike", 300, DemoStakingStyle.Steady, DemoModelKind.Noise, 3),
        ];

        DemoPlayer Player(string name, int deposit, DemoStakingStyle style, DemoModelKind kind, int models)
        {
            var list = new List<DemoModel>();
            for (var model = 1; model <= models; model++)
            {
                list.Add(new DemoModel($"{name}_{model}", kind, unchecked((seed * 1000) + number++)));
            }

            return new DemoPlayer(name, deposit, style, list);
        }
    }
}

/// <param name="Deposit">NMR in the wallet at the start.</param>
internal sealed record DemoPlayer(string Name, int Deposit, DemoStakingStyle Style, IReadOnlyList<DemoModel> Models);
