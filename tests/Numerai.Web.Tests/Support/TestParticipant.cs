using Numerai.Client;

namespace Numerai.Web.Tests.Support;

public sealed record TestParticipant(string Username, NumeraiCredentials Credentials, NumeraiClient Client);
